/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-backup.h"

G_BEGIN_DECLS

/**
 * cab_backup_dup_state:
 * @backups: (element-type CabBackupEntry): the practice's backups
 * @zone: the practice's time zone
 * @today: the day it is there, ISO 8601
 *
 * Says in words how the practice stands, for the last row of the sidebar.
 * Backups that were removed do not count.
 *
 * Thread: any. Source: window.md [W-4].
 *
 * Returns: (transfer full): `Last backup 18:02, checked`, or `No backup yet`
 */
char *cab_backup_dup_state (GPtrArray *backups, const char *zone, const char *today);

G_END_DECLS
