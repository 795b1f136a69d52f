/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-test-app.h"

G_BEGIN_DECLS

/** Scene: a window with a practice in it, whose pages are photographed */
typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  CabOpenPractice *backup; /* opened for the pages that compare */
  char *client;
} Scene;

/** Page: a place of the window, by the name of its pictures, and the way there */
typedef struct
{
  const char *name;
  void (*go) (Scene *scene);
} Page;

/** scenes_get_pages: Returns: (array length=n_pages): every page, in the order of the index */
const Page *scenes_get_pages (gsize *n_pages);

G_END_DECLS
