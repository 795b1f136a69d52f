/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-note-paper.h"

#include "cab-client.h"
#include "cab-clinician.h"
#include "cab-draft.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-paper-private.h"
#include "cab-practice-settings.h"
#include "cab-signature.h"
#include "cab-when-words.h"
#include "cab-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All that is on the paper, read once: the pages are drawn twice. */
typedef struct
{
  CabPractice *practice;
  CabRecord *note;
  CabRecord *client;
  char *zone;
  char *text;
  gboolean is_draft;
  GPtrArray *addenda;
} Paper;

static void
clear_paper (Paper *self)
{
  g_clear_object (&self->client);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->addenda, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, clear_paper)

static const char *
get_named (CabRecord *record, const char *name)
{
  int field = cab_kind_find_field (cab_record_get_kind (record), name);

  return field < 0 ? NULL : cab_record_get_text (record, (guint)field);
}

static gboolean
read_text (Paper *self, GError **error)
{
  const CabDraftTarget target = { .kind = cab_record_get_kind (self->note),
                                  .record_id = cab_record_get_id (self->note),
                                  .field = "text" };
  g_autoptr (CabRecord) draft = NULL;

  if (!cab_draft_find (self->practice, &target, &draft, error))
    return FALSE;

  self->is_draft = draft != NULL || g_strcmp0 (get_named (self->note, "state"), "signed") != 0;
  if (draft != NULL)
    {
      self->text = g_strdup (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY)));
      return TRUE;
    }
  if (!cab_note_dup_text (self->practice, self->note, &self->text, error))
    return FALSE;
  if (self->text != NULL)
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD,
                       _ ("Nothing was written in this note yet."));
  return FALSE;
}

static gboolean
read_paper (Paper *self, GError **error)
{
  CabFilter addenda = {
    .field = CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID),
    .equals = cab_record_get_id (self->note),
  };
  CabRecord *settings = cab_practice_get_settings (self->practice);

  self->zone = g_strdup (
      settings == NULL ? "UTC" : cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_ZONE)));
  self->client = cab_practice_load (self->practice, &cab_client_kind,
                                    get_named (self->note, "client_id"), error);
  if (self->client == NULL || !read_text (self, error))
    return FALSE;

  self->addenda = cab_practice_list (self->practice, &cab_addendum_kind, &addenda, error);
  return self->addenda != NULL;
}

static void
add_code (CabDocument *document, CabRecord *record, const char *name)
{
  int index = cab_kind_find_field (cab_record_get_kind (record), name);
  const CabField *field;
  const char *code;

  if (index < 0)
    return;
  field = cab_kind_get_field (cab_record_get_kind (record), (guint)index);
  code = cab_record_get_text (record, (guint)index);
  if (code != NULL)
    cab_document_add_field (document, g_dgettext (GETTEXT_PACKAGE, field->label),
                            cab_codes_get_label (field->codes, code), FALSE);
}

static void
add_facts (const Paper *self, CabDocument *document)
{
  g_autofree char *held_on = cab_when_words_dup_local (get_named (self->note, "held_on"));
  g_autofree char *where
      = g_strdup_printf ("%s (%s)", held_on, get_named (self->note, "held_on_zone"));
  int minutes = cab_kind_find_field (cab_record_get_kind (self->note), "minutes");

  add_code (document, self->note, "note_kind");
  cab_document_add_field (document, _ ("Held on"), where, FALSE);
  if (minutes >= 0 && !cab_record_is_none (self->note, (guint)minutes))
    {
      g_autofree char *text = cab_record_dup_text (self->note, (guint)minutes);

      cab_document_add_field (document, _ ("Minutes"), text, FALSE);
    }
  add_code (document, self->note, "medium");
  cab_document_add_field (document, _ ("State"), self->is_draft ? _ ("Draft") : _ ("Signed"),
                          FALSE);
}

/* Who states what, and when; nothing where it is not signed. */
static gboolean
add_signatures (const Paper *self, CabDocument *document, const char *signed_id, GError **error)
{
  CabFilter filter = {
    .field = CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_ID),
    .equals = signed_id,
  };
  g_autoptr (GPtrArray) signatures
      = cab_practice_list (self->practice, &cab_signature_kind, &filter, error);

  if (signatures == NULL)
    return FALSE;

  for (guint i = 0; i < signatures->len; i++)
    {
      CabRecord *signature = g_ptr_array_index (signatures, i);
      g_autoptr (CabRecord) signer = cab_practice_load (
          self->practice, &cab_clinician_kind,
          cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNER_ID)), error);
      g_autofree char *local = NULL;
      g_autofree char *at = NULL;
      g_autofree char *line = NULL;

      if (signer == NULL)
        return FALSE;

      local = cab_when_dup_local (
          cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_AT)), self->zone);
      at = cab_when_words_dup_local (local);
      /* Translators: a date with time, a name, and what was stated by signing. */
      line = g_strdup_printf (
          _ ("Signed on %1$s by %2$s: “%3$s”"), at,
          cab_record_get_text (signer, CAB_OWN (CAB_CLINICIAN_FIELD_DISPLAY_NAME)),
          cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_STATEMENT)));
      cab_document_add_text (document, line, TRUE);
    }

  return TRUE;
}

/* One that is not signed is nobody's word yet. */
static gboolean
add_addendum (const Paper *self, CabDocument *document, CabRecord *addendum, GError **error)
{
  if (cab_record_is_none (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_DIGEST)))
    return TRUE;

  cab_document_add_heading (document, 2, _ ("Addendum"));
  add_code (document, addendum, "addendum_kind");
  cab_document_add_field (document, _ ("Reason"),
                          cab_record_get_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_REASON)),
                          FALSE);
  cab_document_add_text (document,
                         cab_record_get_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT)), FALSE);

  return add_signatures (self, document, cab_record_get_id (addendum), error);
}

static gboolean
write_paper (CabDocument *document, gpointer data, guint *n_pages, GError **error)
{
  const Paper *self = data;
  const CabKind *kind = cab_record_get_kind (self->note);

  cab_document_add_heading (document, 1, g_dgettext (GETTEXT_PACKAGE, kind->label));
  add_facts (self, document);
  cab_document_add_heading (document, 2, _ ("Text"));
  cab_document_add_text (document, self->text, FALSE);
  if (!self->is_draft
      && !add_signatures (self, document, get_named (self->note, "current_version_id"), error))
    return FALSE;
  for (guint i = 0; i < self->addenda->len; i++)
    {
      if (!add_addendum (self, document, g_ptr_array_index (self->addenda, i), error))
        return FALSE;
    }

  return cab_document_finish (document, n_pages, error);
}

/* "DRAFT · C-7K2MN · Ada Mbeki", with what there is of it. */
static char *
dup_head (const Paper *self)
{
  const char *given = get_named (self->client, "given_name");
  const char *family = get_named (self->client, "family_name");
  g_autoptr (GString) head = g_string_new (self->is_draft ? _ ("DRAFT") : NULL);

  g_string_append_printf (head, "%s%s", head->len == 0 ? "" : " · ",
                          get_named (self->client, "reference"));
  if (given != NULL || family != NULL)
    g_string_append_printf (head, " · %s%s%s", given == NULL ? "" : given,
                            given == NULL || family == NULL ? "" : " ",
                            family == NULL ? "" : family);

  return g_strdup (head->str);
}

static gboolean
draw_paper (const Paper *self, GOutputStream *stream, GError **error)
{
  g_autofree char *head = dup_head (self);

  return cab_paper_draw (self->practice, "Note", head, write_paper, (gpointer)self, stream, error);
}

gboolean
cab_note_paper_write (CabPractice *practice, CabRecord *note, GOutputStream *stream, GError **error)
{
  g_auto (Paper) self = { .practice = practice, .note = note };

  g_return_val_if_fail (note != NULL && cab_record_is_stored (note), FALSE);

  return read_paper (&self, error)
         && cab_practice_audit_act (practice, "print", cab_record_get_kind (note),
                                    cab_record_get_id (note), NULL, error)
         && draw_paper (&self, stream, error);
}
