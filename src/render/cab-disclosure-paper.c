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
  char *client;    /* whose alone they are, or NULL */
  const char *zone;
} Register;

static void
clear_register (Register *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->client, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Register, clear_register)

static const struct
{
  const char *label;
  CabDisclosureRowField field;
} fields[] = {
  { N_ ("To whom"), CAB_DISCLOSURE_ROW_DIRECTION_WORDS },
  { N_ ("Country"), CAB_DISCLOSURE_ROW_COUNTRY },
  { N_ ("What was disclosed"), CAB_DISCLOSURE_ROW_WHAT },
  { N_ ("Purpose"), CAB_DISCLOSURE_ROW_PURPOSE },
  { N_ ("Ground"), CAB_DISCLOSURE_ROW_GROUND_WORDS },
  { N_ ("Consent"), CAB_DISCLOSURE_ROW_CONSENT_ID },
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
      cab_document_add_heading (document, 2, _ ("Stored copy damaged"));
      cab_document_add_field (document, _ ("Number"), cab_row_get_text (row, CAB_DISCLOSURE_ROW_ID),
                              FALSE);
      return;
    }

  when = cab_when_words_dup_local (cab_row_get_text (row, CAB_DISCLOSURE_ROW_LOCAL));
  /* Translators: when, whose data it was, and who got it */
  title = g_strdup_printf (_ ("%1$s: %2$s to %3$s"), when,
                           client != NULL ? client
                                          : cab_row_get_text (row, CAB_DISCLOSURE_ROW_ABSENT_WORDS),
                           recipient != NULL ? recipient : C_ ("recipient", "not shown"));
  cab_document_add_heading (document, 2, title);
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
is_limited (const CabDisclosureQuery *query)
{
  return query->client_id != NULL || query->ground >= 0 || query->from != NULL || query->to != NULL
         || query->digest != NULL;
}

/* By the reference, never the name. */
static char *
dup_client (CabPractice *practice, const char *client_id)
{
  g_autoptr (CabRecord) client = NULL;

  if (client_id == NULL)
    return NULL;

  client = cab_practice_load (practice, &cab_client_kind, client_id, NULL);
  return g_strdup (client == NULL
                       ? _ ("Record damaged")
                       : cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
}

static gboolean
write_register (CabDocument *document, gpointer data, guint *n_pages, GError **error)
{
  const Register *self = data;

  cab_document_add_heading (document, 1, _ ("Register of Disclosures"));
  if (self->practice != NULL)
    cab_document_add_field (document, _ ("Practice"), self->practice, FALSE);
  if (self->client != NULL)
    cab_document_add_field (document, _ ("Client"), self->client, FALSE);
  add_day (document, _ ("From"), self->query->from);
  add_day (document, _ ("Until"), self->query->to);
  if (self->query->ground >= 0)
    cab_document_add_field (document, _ ("Only on the ground"),
                            _ (cab_disclosure_ground_codes.codes[self->query->ground].label),
                            FALSE);
  cab_document_add_field (document, _ ("Times of day"), self->zone, FALSE);
  if (self->rows->len == 0)
    cab_document_add_text (document,
                           is_limited (self->query)
                               ? _ ("Nothing was disclosed that belongs in this list.")
                               : _ ("Nothing was disclosed."),
                           FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (document, self->rows->pdata[i]);

  return cab_document_finish (document, n_pages, error);
}

gboolean
cab_disclosure_paper_write (CabPractice *practice,
                            const CabDisclosureQuery *query,
                            GOutputStream *stream,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (Register) self = { .query = query };
  CabRecord *settings;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && query != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  self.rows = cab_disclosure_row_export (practice, query, cancellable, error);
  if (self.rows == NULL)
    return FALSE;

  self.client = dup_client (practice, query->client_id);
  self.zone = cab_practice_settings_get_zone (practice);
  settings = cab_practice_get_settings (practice);
  if (settings != NULL)
    self.practice = cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_NAME));

  return cab_paper_draw (practice, "Disclosures", self.practice, write_register, &self, stream,
                         error);
}
