/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-policy-paper.h"

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-paper-private.h"
#include "cab-policy-text.h"
#include "cab-practice-settings.h"
#include "cab-when-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define POLICY(field) CAB_OWN (CAB_POLICY_TEXT_FIELD_##field)

/* What a pen writes on, with room above it. */
#define LINE "\n_______________________________"

static gboolean
is_published (CabRecord *policy)
{
  return !cab_record_is_none (policy, POLICY (PUBLISHED_AT));
}

static void
add_version (CabDocument *document, CabRecord *policy)
{
  g_autofree char *number = cab_record_dup_text (policy, POLICY (VERSION_NUMBER));
  g_autofree char *from = NULL;
  g_autofree char *line = NULL;

  if (cab_record_is_none (policy, POLICY (EFFECTIVE_FROM)))
    {
      line = g_strdup_printf (_ ("Version %s"), number);
    }
  else
    {
      from = cab_when_words_dup_local (cab_record_get_text (policy, POLICY (EFFECTIVE_FROM)));
      /* Translators: the number of a text and the day from which it holds. */
      line = g_strdup_printf (_ ("Version %1$s, in force from %2$s"), number, from);
    }
  cab_document_add_text (document, line, TRUE);
}

/* Each purpose is asked for on its own, and nothing is ticked beforehand [M-95]. */
static void
add_purposes (CabDocument *document, CabRecord *policy)
{
  const char *purposes = cab_record_get_text (policy, POLICY (PURPOSES));
  g_auto (GStrv) list = NULL;

  if (purposes == NULL || purposes[0] == '\0')
    return;

  list = g_strsplit (purposes, " ", -1);
  cab_document_add_heading (document, 2, _ ("I agree to"));
  for (guint i = 0; list[i] != NULL; i++)
    cab_document_add_field (document, _ ("☐ Yes    ☐ No"),
                            cab_codes_get_label (&cab_purpose_codes, list[i]), FALSE);
}

/* A notice informs; it is not agreed to. */
static gboolean
is_signed (CabRecord *policy)
{
  int kind = cab_record_get_code (policy, POLICY (POLICY_KIND));

  return kind == CAB_POLICY_KIND_CONSENT_TEXT || kind == CAB_POLICY_KIND_PRACTICE_TERMS;
}

static void
add_signature (CabDocument *document, CabRecord *policy)
{
  cab_document_add_heading (document, 2, _ ("Signature"));
  cab_document_add_field (document, _ ("Name"), LINE, FALSE);
  if (cab_record_get_code (policy, POLICY (AUDIENCE)) == CAB_AUDIENCE_GUARDIAN)
    cab_document_add_field (document, _ ("On behalf of"), LINE, FALSE);
  cab_document_add_field (document, _ ("Date"), LINE, FALSE);
  cab_document_add_field (document, _ ("Signature"), LINE, FALSE);
}

static gboolean
write_form (CabDocument *document, gpointer data, guint *n_pages, GError **error)
{
  CabRecord *policy = data;

  cab_document_add_heading (document, 1, cab_record_get_text (policy, POLICY (TITLE)));
  add_version (document, policy);
  cab_document_add_text (document, cab_record_get_text (policy, POLICY (BODY)), FALSE);
  add_purposes (document, policy);
  if (is_signed (policy))
    add_signature (document, policy);
  if (is_published (policy))
    {
      g_autofree char *line = g_strdup_printf (_ ("Digest of this text: %s"),
                                               cab_record_get_text (policy, POLICY (DIGEST)));

      cab_document_add_text (document, line, TRUE);
    }

  return cab_document_finish (document, n_pages, error);
}

/* "DRAFT · Practice · C-7K2MN", with what there is of it. */
static char *
dup_head (CabPractice *practice, CabRecord *policy, CabRecord *client)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  const char *parts[] = {
    is_published (policy) ? NULL : _ ("DRAFT"),
    settings == NULL ? NULL : cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_NAME)),
    client == NULL ? NULL : cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)),
  };
  g_autoptr (GString) head = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL)
        g_string_append_printf (head, "%s%s", head->len == 0 ? "" : " · ", parts[i]);
    }

  return g_strdup (head->str);
}

gboolean
cab_policy_paper_write (CabPractice *practice,
                        CabRecord *policy,
                        CabRecord *client,
                        GOutputStream *stream,
                        GError **error)
{
  g_autofree char *head = NULL;

  g_return_val_if_fail (policy != NULL && cab_record_is_stored (policy), FALSE);

  head = dup_head (practice, policy, client);
  return cab_practice_audit_act (practice, "print", &cab_policy_text_kind,
                                 cab_record_get_id (policy), NULL, error)
         && cab_paper_draw (practice, "Form", head, write_form, policy, stream, error);
}
