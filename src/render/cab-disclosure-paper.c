/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-disclosure-paper.h"

#include "cab-client.h"
#include "cab-disclosure.h"
#include "cab-paper-private.h"
#include "cab-practice-settings.h"
#include "cab-when-words.h"

#include <glib/gi18n-lib.h>

/* A register on its way. */
typedef struct
{
  const char *practice; /* its name */
  const CabDisclosureQuery *query;
  GPtrArray *rows; /* of CabDisclosureRow */
} Register;

static const struct
{
  const char *label;
  CabDisclosureRowField field;
} fields[] = {
  { N_ ("What was disclosed"), CAB_DISCLOSURE_ROW_WHAT },
  { N_ ("Purpose"), CAB_DISCLOSURE_ROW_PURPOSE },
  { N_ ("Ground"), CAB_DISCLOSURE_ROW_GROUND_WORDS },
  { N_ ("Way"), CAB_DISCLOSURE_ROW_CHANNEL_WORDS },
  { N_ ("Protection"), CAB_DISCLOSURE_ROW_PROTECTION_WORDS },
  { N_ ("Digest"), CAB_DISCLOSURE_ROW_DIGEST },
  { N_ ("Number"), CAB_DISCLOSURE_ROW_ID },
  { N_ ("Corrects"), CAB_DISCLOSURE_ROW_CORRECTS_ID },
  { N_ ("Corrected by"), CAB_DISCLOSURE_ROW_CORRECTED_BY_ID },
};

static void
add_row (CabDocument *document, CabRow *row)
{
  const char *client = cab_row_get_text (row, CAB_DISCLOSURE_ROW_REFERENCE);
  const char *recipient = cab_row_get_text (row, CAB_DISCLOSURE_ROW_RECIPIENT);
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;

  if (cab_row_get_bool (row, CAB_DISCLOSURE_ROW_DAMAGED))
    {
      cab_document_add_heading (document, 3, _ ("Stored copy damaged"));
      cab_document_add_field (document, _ ("Number"), cab_row_get_text (row, CAB_DISCLOSURE_ROW_ID),
                              FALSE);
      return;
    }

  when = cab_when_words_dup_local (cab_row_get_text (row, CAB_DISCLOSURE_ROW_LOCAL));
  /* Translators: when, whose data it was, and who got it */
  title = g_strdup_printf (_ ("%1$s: %2$s to %3$s"), when, client != NULL ? client : _ ("Erased"),
                           recipient != NULL ? recipient : C_ ("recipient", "not shown"));
  cab_document_add_heading (document, 3, title);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = cab_row_get_text (row, fields[i].field);

      if (text != NULL)
        cab_document_add_field (document, _ (fields[i].label), text, FALSE);
    }
}

static void
add_day (CabDocument *document, const char *label, const char *date)
{
  g_autofree char *day = NULL;
  GDate parsed;

  g_date_clear (&parsed, 1);
  if (date != NULL)
    g_date_set_parse (&parsed, date);
  if (!g_date_valid (&parsed))
    return;

  day = cab_when_words_dup_day (&parsed);
  cab_document_add_field (document, label, day, FALSE);
}

static gboolean
write_register (CabDocument *document, gpointer data, guint *n_pages, GError **error)
{
  const Register *self = data;

  cab_document_add_heading (document, 1, _ ("Register of Disclosures"));
  if (self->practice != NULL)
    cab_document_add_field (document, _ ("Practice"), self->practice, FALSE);
  add_day (document, _ ("From"), self->query->from);
  add_day (document, _ ("Until"), self->query->to);
  if (self->query->ground >= 0)
    cab_document_add_field (document, _ ("Only on the ground"),
                            _ (cab_disclosure_ground_codes.codes[self->query->ground].label),
                            FALSE);
  if (self->rows->len == 0)
    cab_document_add_text (document, _ ("Nothing was disclosed."), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (document, self->rows->pdata[i]);

  return cab_document_finish (document, n_pages, error);
}

gboolean
cab_disclosure_paper_write (CabPractice *practice,
                            const CabDisclosureQuery *query,
                            GOutputStream *stream,
                            GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  Register self = { NULL, query, NULL };
  CabRecord *settings;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && query != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  rows = cab_disclosure_row_list (practice, query, 0, G_MAXINT, NULL, error);
  if (rows == NULL
      || !cab_practice_audit_act (practice, "export",
                                  query->client_id == NULL ? NULL : &cab_client_kind,
                                  query->client_id, "register\tdisclosures\n", error))
    return FALSE;

  settings = cab_practice_get_settings (practice);
  self.rows = rows;
  if (settings != NULL)
    self.practice = cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_NAME));

  return cab_paper_draw (practice, "Disclosures", self.practice, write_register, &self, stream,
                         error);
}
