/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-sink.h"

G_BEGIN_DECLS

#define CAB_TYPE_FOLDER (cab_folder_get_type ())
G_DECLARE_FINAL_TYPE (CabFolder, cab_folder, CAB, FOLDER, CabBundleSink)

/**
 * cab_folder_new:
 * @fd: an empty folder, open; borrowed, stays open
 *
 * A folder as a sink: the folder is the bag's root. Folders inside are 0700,
 * files 0600, made with `O_EXCL` and each fsynced when it ends [B-68].
 *
 * Returns: (transfer full): the sink
 */
CabBundleSink *cab_folder_new (int fd) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
