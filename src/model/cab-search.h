/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabSearchHit:
 * @kind: the kind that was found: client, addendum, attachment, or note and
 *   process-note for their text
 * @id: its id
 * @client_id: the client it belongs to
 *
 * One hit. A note's words are those of its current version.
 */
typedef struct
{
  const CabKind *kind;
  char *id;
  char *client_id;
} CabSearchHit;

void cab_search_hit_free (CabSearchHit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabSearchHit, cab_search_hit_free)

/**
 * cab_search:
 * @practice: a practice
 * @words: what the person typed; any text, the last word counts as a beginning
 * @maximum: how many hits at most
 * @error: return location
 *
 * Searches clients, notes, addenda and the titles of files, best first. Case and accents do not matter. What
 * lies in the trash, and whatever belongs to a trashed or restricted client, is
 * left out [M-8], [M-19]. The caller audits a search once, when it is over, and
 * never its words [M-7]: a row for every key would make typing wait for the disk.
 *
 * Returns: (transfer full) (element-type CabSearchHit): the hits
 */
GPtrArray *cab_search (CabPractice *practice, const char *words, guint maximum, GError **error);

/**
 * cab_search_dup_text:
 * @practice: a practice
 * @kind: what was found
 * @id: its id
 * @text: (out) (nullable): the text that its words stand in: a client's shown
 *   name, a note's newest version, an addendum, a file's title
 * @error: return location
 *
 * Returns: %FALSE with @error set when it cannot be read
 */
gboolean cab_search_dup_text (CabPractice *practice,
                              const CabKind *kind,
                              const char *id,
                              char **text,
                              GError **error);

/**
 * cab_search_dup_excerpt:
 * @text: a note's text
 * @words: what was searched
 * @length: about how many characters
 *
 * Returns: (transfer full): the part of @text around the first word found, on one line
 */
char *cab_search_dup_excerpt (const char *text, const char *words, guint length);

/**
 * cab_search_rebuild:
 * @practice: a practice
 * @error: return location
 *
 * Makes the index anew from the records; after an import or a repair.
 */
gboolean cab_search_rebuild (CabPractice *practice, GError **error);

G_END_DECLS
