/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-csv-detect.h"
#include "cab-date-order.h"

G_BEGIN_DECLS

/** CAB_CLIENT_MAP_BUILT_IN: the name of the map that comes with Cabinet */
#define CAB_CLIENT_MAP_BUILT_IN "built-in"

/** CAB_CLIENT_TARGET_SOURCE: the column says who a person is over there */
#define CAB_CLIENT_TARGET_SOURCE "source"

/** CAB_CLIENT_TARGET_WHOLE_NAME: the column holds a name that is not split */
#define CAB_CLIENT_TARGET_WHOLE_NAME "whole_name"

/** CAB_CLIENT_TARGET_LEAVE: the column is known and not taken */
#define CAB_CLIENT_TARGET_LEAVE "leave"

/**
 * CabClientMap:
 *
 * How the table of another system is understood: which heading goes to which
 * field, how dates are written, what letters stand for. A map of a person's own
 * lies over the one that comes with Cabinet (`data/import/client-headings`), and
 * is kept and exported as text of the same form.
 *
 * Thread: one at a time. Source: bundle.md [B-80] to [B-82].
 */
typedef struct _CabClientMap CabClientMap;

/**
 * cab_client_map_new:
 * @name: (nullable): the map's name, which goes into every `source`; the
 *   built-in one's when %NULL
 *
 * Returns: (transfer full): a map that says nothing beyond the built-in one
 */
CabClientMap *cab_client_map_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_client_map_new_from_text:
 * @name: the map's name
 * @text: what cab_client_map_dup_text() gave, or a person wrote
 * @error: return location
 *
 * Errors: %G_KEY_FILE_ERROR.
 *
 * Returns: (transfer full): the map
 */
CabClientMap *cab_client_map_new_from_text (const char *name,
                                            const char *text,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

void cab_client_map_free (CabClientMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabClientMap, cab_client_map_free)

/**
 * cab_client_map_dup_text:
 * @self: a map
 *
 * Returns: (transfer full): what it says beyond the built-in one, a key file
 */
char *cab_client_map_dup_text (CabClientMap *self);

const char *cab_client_map_get_name (CabClientMap *self);

/**
 * cab_client_map_fold:
 * @heading: a heading, or a name of a country
 *
 * Returns: (transfer full): small letters without accents, blanks and `_ - .`
 */
char *cab_client_map_fold (const char *heading);

/**
 * cab_client_map_get_target:
 * @self: a map
 * @heading: a heading, as it stands in the table
 *
 * Returns: (nullable): a field of a client, or one of `CAB_CLIENT_TARGET_…`;
 *   %NULL when the heading is not known
 */
const char *cab_client_map_get_target (CabClientMap *self, const char *heading);

/**
 * cab_client_map_set_target:
 * @self: a map
 * @heading: a heading
 * @target: a field of a client, or one of `CAB_CLIENT_TARGET_…`
 */
void cab_client_map_set_target (CabClientMap *self, const char *heading, const char *target);

/**
 * cab_client_map_dup_value:
 * @self: a map
 * @field: a field
 * @text: a cell of it
 *
 * Returns: (transfer full): what the text stands for: `female` for `F`; the text
 *   itself where the map has nothing for it
 */
char *cab_client_map_dup_value (CabClientMap *self, const char *field, const char *text);

/**
 * cab_client_map_get_country:
 * @self: a map
 * @text: a name or a code of a country, `UnitedKingdom`
 *
 * Returns: (nullable): its ISO 3166-1 code
 */
const char *cab_client_map_get_country (CabClientMap *self, const char *text);

/** cab_client_map_set_value: @text stands for @value in @field */
void cab_client_map_set_value (CabClientMap *self,
                               const char *field,
                               const char *text,
                               const char *value);

/** cab_client_map_get_date_order: Returns: what was settled for @field, or unknown */
CabDateOrder cab_client_map_get_date_order (CabClientMap *self, const char *field);
void cab_client_map_set_date_order (CabClientMap *self, const char *field, CabDateOrder order);

/** cab_client_map_get_century: Returns: what two-digit years of @field are added to; 0 asks */
guint cab_client_map_get_century (CabClientMap *self, const char *field);
void cab_client_map_set_century (CabClientMap *self, const char *field, guint century);

/** cab_client_map_get_encoding: Returns: what was settled for files of this map, or unknown */
CabCsvEncoding cab_client_map_get_encoding (CabClientMap *self);
void cab_client_map_set_encoding (CabClientMap *self, CabCsvEncoding encoding);

/** cab_client_map_get_delimiter: Returns: what was settled for files of this map, or NUL */
char cab_client_map_get_delimiter (CabClientMap *self);
void cab_client_map_set_delimiter (CabClientMap *self, char delimiter);

/** cab_client_map_get_splits_names: Returns: whether the person agreed that "Last, First" is split
 */
gboolean cab_client_map_get_splits_names (CabClientMap *self);
void cab_client_map_set_splits_names (CabClientMap *self, gboolean splits);

/** cab_client_map_get_decodes: Returns: whether the guard's apostrophe is taken off [B-31] */
gboolean cab_client_map_get_decodes (CabClientMap *self);
void cab_client_map_set_decodes (CabClientMap *self, gboolean decodes);

G_END_DECLS
