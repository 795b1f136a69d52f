/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CabPathKind:
 * @CAB_PATH_FILE: a file that is there
 * @CAB_PATH_FOLDER: a folder
 * @CAB_PATH_NEW_FILE: where a file will be
 */
typedef enum
{
  CAB_PATH_FILE,
  CAB_PATH_FOLDER,
  CAB_PATH_NEW_FILE
} CabPathKind;

/** CabPathChosen: a person chose @path on this computer; @asker is as it was given */
typedef void (*CabPathChosen) (gpointer asker, const char *path);

/**
 * cab_choose_path:
 * @asker: (type GtkWidget): who asks; held until the person has answered
 * @kind: what is chosen
 * @title: of the toolkit's dialog
 * @name: (nullable): what a new file is called at first
 * @chosen: told the path, and nothing when the person went back
 */
void cab_choose_path (gpointer asker,
                      CabPathKind kind,
                      const char *title,
                      const char *name,
                      CabPathChosen chosen);

G_END_DECLS
