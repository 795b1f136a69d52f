/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-paper-private.h"

#include "cab-pdf.h"
#include "cab-practice-settings.h"

static gboolean
is_letter (CabPractice *practice)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  const char *code
      = settings == NULL
            ? NULL
            : cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_JURISDICTION));

  return code != NULL && g_str_has_prefix (code, "us-");
}

gboolean
cab_paper_draw (CabPractice *practice,
                const char *title,
                const char *head,
                CabPaperFunc func,
                gpointer data,
                GOutputStream *stream,
                GError **error)
{
  g_autofree char *now = cab_practice_dup_now (practice);
  CabDocumentSetup setup = {
    .title = title,
    .head = head,
    .created = now,
    .is_letter = is_letter (practice),
  };
  g_autoptr (CabDocument) counted = cab_pdf_new (NULL, &setup);
  g_autoptr (CabDocument) drawn = NULL;

  if (!func (counted, data, &setup.n_pages, error))
    return FALSE;

  drawn = cab_pdf_new (stream, &setup);
  return func (drawn, data, NULL, error);
}
