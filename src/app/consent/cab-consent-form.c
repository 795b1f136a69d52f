/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-consent-form.h"

#include <glib/gi18n.h>

#include "cab-client.h"
#include "cab-model-error.h"
#include "cab-policy-paper.h"
#include "cab-printing.h"

static const char *
get_beginning (CabRecord *policy)
{
  return cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM));
}

/* A published text in force that names the purpose. */
static gboolean
is_in_force (CabRecord *policy, const char *purpose, const char *today)
{
  return cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT)) != NULL
         && get_beginning (policy) != NULL && g_strcmp0 (get_beginning (policy), today) <= 0
         && cab_record_get_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND))
                == CAB_POLICY_KIND_CONSENT_TEXT
         && cab_record_has_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), purpose);
}

/* (transfer full) (nullable): the one that began last. */
static CabRecord *
find_text (CabPractice *practice, const char *purpose, GError **error)
{
  const CabFilter kept = { .trashed = 0 };
  g_autofree char *today = cab_practice_dup_today (practice);
  g_autoptr (GPtrArray) policies
      = cab_practice_list (practice, &cab_policy_text_kind, &kept, error);
  CabRecord *found = NULL;

  if (policies == NULL)
    return NULL;

  for (guint i = 0; i < policies->len; i++)
    if (is_in_force (policies->pdata[i], purpose, today)
        && (found == NULL
            || g_strcmp0 (get_beginning (policies->pdata[i]), get_beginning (found)) > 0))
      found = policies->pdata[i];
  if (found == NULL)
    g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND,
                         _ ("No published text asks for this yet"));

  return found != NULL ? g_object_ref (found) : NULL;
}

gboolean
cab_consent_form_write (CabPractice *practice,
                        const char *id,
                        GOutputStream *stream,
                        GError **error)
{
  g_auto (GStrv) parts = g_strsplit (id, " ", 2);
  g_autoptr (CabRecord) policy = NULL;
  g_autoptr (CabRecord) client = NULL;

  g_return_val_if_fail (g_strv_length (parts) == 2, FALSE);

  policy = find_text (practice, parts[1], error);
  if (policy == NULL)
    return FALSE;

  client = cab_practice_load (practice, &cab_client_kind, parts[0], error);

  return client != NULL && cab_policy_paper_write (practice, policy, client, stream, error);
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
