/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_exporter_data_get:
 * @name: `cabinet-record-1.xsd`, `bundle.css`
 *
 * A file that is built into the program.
 *
 * Thread: any.
 *
 * Returns: (transfer full): its content
 */
GBytes *cab_exporter_data_get (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
