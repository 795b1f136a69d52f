/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabPlace:
 * @page: the page's code: `today`, `clients`, `search`, `privacy` …
 * @view: (nullable): a view of it: a tab of a client, a list of Privacy
 * @client_id: (nullable): the client that is open
 * @kind: (nullable): kind of the record that is open: an editor, a version
 * @id: (nullable): that record
 * @field: (nullable): the field or widget that has the focus, by its code
 * @words: (nullable): what stands in a search field
 * @filter: (nullable): codes of the filters, as the page writes them
 * @caret: characters before the caret
 * @selection: characters before the other end of the selection; @caret when
 *   nothing is selected
 * @scroll: pixels above the visible part
 * @is_collapsed: whether the window shows the content, not the list, when narrow
 *
 * Where a person is in a practice: codes and ids, no titles and no text of a
 * record. Kept in a #CabSecret while the practice is locked.
 *
 * Source: window.md [W-44].
 */
typedef struct
{
  char *page;
  char *view;
  char *client_id;
  char *kind;
  char *id;
  char *field;
  char *words;
  char *filter;
  gint64 caret;
  gint64 selection;
  gint64 scroll;
  gboolean is_collapsed;
} CabPlace;

/** cab_place_new: Returns: (transfer full): the place that is a page, nothing in it open */
CabPlace *cab_place_new (const char *page) G_GNUC_WARN_UNUSED_RESULT;

/** cab_place_dup: Returns: (transfer full): a copy */
CabPlace *cab_place_dup (const CabPlace *self) G_GNUC_WARN_UNUSED_RESULT;

/** cab_place_free: wipes what was typed into a search field, and frees */
void cab_place_free (CabPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabPlace, cab_place_free)

/** cab_place_equal: Returns: whether both are the same place in every part */
gboolean cab_place_equal (const CabPlace *self, const CabPlace *other);

/**
 * cab_place_print:
 * @self: a place
 *
 * Writes a place as one line of text, in secret memory.
 *
 * Shape: `page=clients&client_id=…&caret=12`, the values as in a URI.
 * Thread: any. Source: window.md [W-44].
 *
 * Returns: (transfer full): the text
 */
CabSecret *cab_place_print (const CabPlace *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_place_parse:
 * @text: what cab_place_print() wrote
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the place, %NULL for anything else
 */
CabPlace *cab_place_parse (CabSecret *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_place_go_up:
 * @self: a place
 *
 * Leaves the record, then the client, then the view of a page.
 *
 * Returns: %FALSE when the place was a page already
 */
gboolean cab_place_go_up (CabPlace *self);

/**
 * cab_place_settle:
 * @self: a place
 * @practice: a practice
 *
 * Goes up until everything that the place names is there and not in the trash:
 * the nearest parent of what has gone.
 *
 * Thread: the vault's. Source: window.md [W-44].
 *
 * Returns: %TRUE when the place had to be left
 */
gboolean cab_place_settle (CabPlace *self, CabPractice *practice);

G_END_DECLS
