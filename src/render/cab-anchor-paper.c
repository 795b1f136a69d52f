/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-anchor-paper.h"

#include "cab-anchor.h"
#include "cab-paper-private.h"
#include "cab-practice-settings.h"
#include "cab-when-words.h"

#include <glib/gi18n-lib.h>

/* A page on its way. */
typedef struct
{
  const char *practice; /* its name */
  const char *anchor;
} Page;

static gboolean
write_page (CabDocument *document, gpointer data, guint *n_pages, GError **error)
{
  const Page *page = data;
  g_auto (GStrv) parts = g_strsplit (page->anchor, " ", 3);
  g_autofree char *day = cab_when_words_dup_local (parts[1]);

  cab_document_add_heading (document, 1, _ ("Anchor of the Activity Log"));
  if (page->practice != NULL)
    cab_document_add_field (document, _ ("Practice"), page->practice, FALSE);
  cab_document_add_field (document, _ ("Printed on"), day, FALSE);
  cab_document_add_field (document, _ ("Entries"), parts[0], FALSE);
  cab_document_add_field (document, _ ("Anchor"), page->anchor, FALSE);
  /* vault.md [V-82], word for word. */
  cab_document_add_text (
      document,
      _ ("Whoever knows the passphrase can rewrite entries made after the last printed anchor. "
         "Entries before it cannot be changed unnoticed."),
      FALSE);
  cab_document_add_text (
      document,
      _ ("Keep this page away from the computer. To hold the log to it, choose Verify in the "
         "activity log of the practice, and compare the anchor that is shown there; or type the "
         "whole anchor after cabinet-cli audit verify --anchor."),
      TRUE);

  return cab_document_finish (document, n_pages, error);
}

gboolean
cab_anchor_paper_write (CabPractice *practice, GOutputStream *stream, GError **error)
{
  CabVault *vault;
  CabRecord *settings;
  g_autofree char *anchor = NULL;
  Page page = { 0 };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  vault = cab_practice_get_vault (practice);
  settings = cab_practice_get_settings (practice);
  anchor = cab_vault_dup_anchor (vault);
  page.anchor = anchor;
  if (settings != NULL)
    page.practice = cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_NAME));

  return cab_paper_draw (practice, "Anchor", page.practice, write_page, &page, stream, error)
         && cab_anchor_note_printed (vault, anchor, error);
}
