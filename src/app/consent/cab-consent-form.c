/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-consent-form.h"

#include <glib/gi18n.h>

#include "cab-client.h"
#include "cab-model-error.h"
#include "cab-policy-offer.h"
#include "cab-policy-paper.h"
#include "cab-printing.h"

gboolean
cab_consent_form_write (CabPractice *practice,
                        const char *id,
                        GOutputStream *stream,
                        GError **error)
{
  g_auto (GStrv) parts = g_strsplit (id, " ", 2);
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (CabRecord) client = NULL;

  g_return_val_if_fail (g_strv_length (parts) == 2, FALSE);

  client = cab_practice_load (practice, &cab_client_kind, parts[0], error);
  if (client == NULL)
    return FALSE;

  texts = cab_policy_offer_list (practice, client,
                                 (CabPurpose)cab_codes_find (&cab_purpose_codes, parts[1]), error);
  if (texts == NULL)
    return FALSE;
  if (texts->len == 0)
    {
      g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND,
                           _ ("No published text asks for this yet"));
      return FALSE;
    }

  return cab_policy_paper_write (practice, texts->pdata[0], client, stream, error);
}

void
cab_consent_form_print (GtkWidget *widget,
                        CabOpenPractice *practice,
                        const char *client_id,
                        CabPurpose purpose)
{
  g_autofree char *id = g_strdup_printf ("%s %s", client_id, cab_purpose_codes.codes[purpose].code);

  cab_printing_print (widget, practice, _ ("Print Form"), cab_consent_form_write, id);
}
