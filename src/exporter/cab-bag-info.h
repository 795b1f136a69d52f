/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabBagInfo:
 *
 * The lines of `bag-info.txt`, in order.
 */
typedef struct _CabBagInfo CabBagInfo;

CabBagInfo *cab_bag_info_new (void) G_GNUC_WARN_UNUSED_RESULT;
void cab_bag_info_free (CabBagInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabBagInfo, cab_bag_info_free)

/**
 * cab_bag_info_add:
 * @self: the lines
 * @label: `Cabinet-Profile`
 * @value: (nullable): one line; %NULL and "" add nothing
 *
 * Adds a line. Line breaks and other controls in @value become single spaces,
 * because a name of a practice may hold anything a person can type and a line
 * is written unfolded. `Payload-Oxum` is written by cab_bag_finish() at the
 * place where it was added with any value.
 */
void cab_bag_info_add (CabBagInfo *self, const char *label, const char *value);

/**
 * cab_bag_info_get:
 * @self: the lines
 * @label: compared without case
 *
 * Returns: (nullable): the first value of that label
 */
const char *cab_bag_info_get (CabBagInfo *self, const char *label);

guint cab_bag_info_get_n_lines (CabBagInfo *self);
const char *cab_bag_info_get_label (CabBagInfo *self, guint line);
const char *cab_bag_info_get_value (CabBagInfo *self, guint line);

/**
 * cab_bag_info_parse:
 * @bytes: content of `bag-info.txt`
 * @faults: (element-type GError): each wrong line is added here
 *
 * Reads `Label: value` lines, folded ones too.
 *
 * Faults: BAG_BAD_LINE, BAG_INFO_REPEAT.
 *
 * Returns: (transfer full): the lines that could be read
 */
CabBagInfo *cab_bag_info_parse (GBytes *bytes, GPtrArray *faults) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
