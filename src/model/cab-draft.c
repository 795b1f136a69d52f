/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-draft.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-practice-private.h"
#include "cab-process-note.h"
#include "cab-statement.h"

#include <glib/gi18n.h>
#include <string.h>

/* clang-format off */
static const CabField fields[] = {
  [CAB_DRAFT_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .right = CAB_RIGHT_DERIVED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Client"),
    .why = N_ ("To show that the unfinished text is about you."), .since = 1
  },
  [CAB_DRAFT_FIELD_TARGET_KIND] = {
    .name = "target_kind", .type = CAB_FIELD_TEXT, .maximum = 40, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED, .label = N_ ("Kind of record"),
    .why = N_ ("To know what the unfinished text will become."), .since = 1
  },
  [CAB_DRAFT_FIELD_TARGET_RECORD] = {
    .name = "target_record", .type = CAB_FIELD_TEXT, .minimum = 36, .maximum = 36,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED, .label = N_ ("Record"),
    .why = N_ ("To know which record the unfinished text belongs to."), .since = 1
  },
  [CAB_DRAFT_FIELD_TARGET_FIELD] = {
    .name = "target_field", .type = CAB_FIELD_TEXT, .maximum = 40, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED, .label = N_ ("Field"),
    .why = N_ ("To know where in the record the unfinished text belongs."), .since = 1
  },
  [CAB_DRAFT_FIELD_BODY] = {
    .name = "body", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Text"),
    .why = N_ ("So that nothing typed is lost when the computer stops."), .since = 1
  },
  [CAB_DRAFT_FIELD_TYPED_AT] = {
    .name = "typed_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Typed at"),
    .why = N_ ("To know how fresh the unfinished text is."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_DRAFT_N_FIELDS);

static gboolean
has_field (const CabKind *kind, const char *field)
{
  if (cab_kind_find_field (kind, field) >= 0)
    return TRUE;

  return (kind == &cab_note_kind || kind == &cab_process_note_kind)
         && cab_kind_find_field (&cab_note_version_kind, field) >= 0;
}

static gboolean
check (CabPractice *practice, CabRecord *draft, GError **error)
{
  const CabKind *kind;

  if (cab_record_is_stored (draft))
    return TRUE;

  kind = cab_kind_find (cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_KIND)));
  if (kind == NULL)
    return cab_record_set_error (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_KIND),
                                 CAB_MODEL_ERROR_INVALID, error,
                                 _ ("there is no such kind of record."));
  if (!has_field (kind, cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_FIELD))))
    return cab_record_set_error (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_FIELD),
                                 CAB_MODEL_ERROR_INVALID, error,
                                 _ ("this kind of record has no such field."));

  return TRUE;
}

/* [M-47]: a draft comes from where its target comes from. */
static gboolean
before_save (CabPractice *practice, CabRecord *draft, GError **error)
{
  const char *name = cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_KIND));
  const CabKind *kind = name == NULL ? NULL : cab_kind_find (name);

  if (!cab_record_is_stored (draft) && kind != NULL)
    cab_record_set_code (draft, CAB_SYSTEM_ORIGIN, kind->origin);

  return TRUE;
}

static char *
describe (CabRecord *draft)
{
  const char *name = cab_record_get_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_KIND));
  const CabKind *kind = name == NULL ? NULL : cab_kind_find (name);

  if (kind == NULL)
    return g_strdup (_ ("Draft"));

  return g_strdup_printf (_ ("Draft: %s"), g_dgettext (GETTEXT_PACKAGE, kind->label));
}

const CabKind cab_draft_kind = {
  .name = "draft",
  .plural = "drafts",
  .table = "draft",
  .label = N_ ("Draft"),
  .label_plural = N_ ("Drafts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_DRAFT_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .despite_restriction = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A draft cannot be moved to the trash. Discard it where it was written."),
  .mutability = CAB_MUTABLE,
  .check = check,
  .before_save = before_save,
  .describe = describe,
  .get_type = cab_draft_get_type,
};

CAB_DEFINE_KIND (CabDraft, cab_draft, &cab_draft_kind)

static const char sql_find[] = "SELECT id\n"
                               "FROM draft\n"
                               "WHERE target_kind = ?1\n"
                               "  AND coalesce(target_record, client_id, '') = ?2\n"
                               "  AND target_field = ?3";

gboolean
cab_draft_find (CabPractice *practice,
                const CabDraftTarget *target,
                CabRecord **draft,
                GError **error)
{
  g_autoptr (CabStatement) statement = NULL;
  const char *where;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && target != NULL && draft != NULL, FALSE);
  g_return_val_if_fail (target->kind != NULL && target->field != NULL, FALSE);

  *draft = NULL;
  statement
      = cab_statement_new (cab_practice_get_db (practice), sql_find, "look for a draft", error);
  if (statement == NULL)
    return FALSE;

  where = target->record_id != NULL ? target->record_id : target->client_id;
  cab_statement_bind_text (statement, 1, target->kind->name);
  cab_statement_bind_text (statement, 2, where != NULL ? where : "");
  cab_statement_bind_text (statement, 3, target->field);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;
    case CAB_STEP_DONE:
      return TRUE;
    case CAB_STEP_ROW:
      *draft = cab_practice_load (practice, &cab_draft_kind, cab_statement_get_text (statement, 0),
                                  error);
      return *draft != NULL;
    }

  g_return_val_if_reached (FALSE);
}

static char *
dup_client_id (CabPractice *practice, const CabDraftTarget *target)
{
  g_autoptr (CabRecord) record = NULL;

  if (target->client_id != NULL || target->record_id == NULL)
    return g_strdup (target->client_id);

  record = cab_practice_load (practice, target->kind, target->record_id, NULL);
  return record == NULL ? NULL : cab_practice_dup_client_of (practice, record);
}

static CabRecord *
new_draft (CabPractice *practice, const CabDraftTarget *target)
{
  CabRecord *draft = cab_record_new (&cab_draft_kind);
  g_autofree char *client_id = dup_client_id (practice, target);

  cab_record_set_text (draft, CAB_OWN (CAB_DRAFT_FIELD_CLIENT_ID), client_id);
  cab_record_set_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_KIND), target->kind->name);
  cab_record_set_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_RECORD), target->record_id);
  cab_record_set_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TARGET_FIELD), target->field);
  if (target->kind == &cab_process_note_kind)
    cab_record_set_code (draft, CAB_SYSTEM_SENSITIVITY, CAB_SENSITIVITY_PROCESS_NOTE);

  return draft;
}

typedef struct
{
  const CabDraftTarget *target;
  const char *body;
  /* What became of the draft, for the log */
  const char *outcome;
} Work;

/* Never the text: the log keeps what a person may have thought better of. */
static gboolean
keep_draft (CabPractice *practice, gpointer data, GError **error)
{
  const Work *work = data;
  g_autofree char *now = cab_practice_dup_now (practice);
  g_autoptr (CabRecord) draft = NULL;
  gboolean begins;

  if (!cab_draft_find (practice, work->target, &draft, error))
    return FALSE;

  begins = draft == NULL;
  if (begins)
    draft = new_draft (practice, work->target);
  cab_record_set_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY), work->body);
  if (begins || cab_record_has_changes (draft))
    cab_record_set_text (draft, CAB_OWN (CAB_DRAFT_FIELD_TYPED_AT), now);

  return cab_practice_save_quietly (practice, draft, error)
         && (!begins
             || cab_practice_audit_act (practice, "draft-begin", &cab_draft_kind,
                                        cab_record_get_id (draft), NULL, error));
}

typedef struct
{
  CabPractice *practice;
  Work *work;
} Quiet;

static gboolean
keep_quietly (CabVault *vault, gpointer data, GError **error)
{
  Quiet *quiet = data;

  return keep_draft (quiet->practice, quiet->work, error);
}

static gboolean
refuse_read_only (CabPractice *practice, GError **error)
{
  if (cab_practice_is_writable (practice))
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_READ_ONLY,
                       _ ("This practice is open read-only. Nothing was changed."));
  return FALSE;
}

gboolean
cab_draft_keep (CabPractice *practice,
                const CabDraftTarget *target,
                const char *body,
                GError **error)
{
  Work work = { .target = target, .body = body };
  Quiet quiet = { practice, &work };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && target != NULL, FALSE);

  if (body == NULL || *body == '\0')
    return cab_draft_discard (practice, target, error);

  return refuse_read_only (practice, error)
         && cab_vault_transact_quietly (cab_practice_get_vault (practice), "keep a draft",
                                        keep_quietly, &quiet, error);
}

static gboolean
remove_draft (CabPractice *practice, gpointer data, GError **error)
{
  const Work *work = data;
  g_autofree char *payload = NULL;
  g_autoptr (CabRecord) draft = NULL;

  if (!cab_draft_find (practice, work->target, &draft, error))
    return FALSE;
  if (draft == NULL)
    return TRUE;

  payload = g_strdup_printf ("outcome\t\t%s\n", work->outcome);
  return cab_store_delete (practice->store, draft, error)
         && cab_practice_audit_act (practice, "draft-end", &cab_draft_kind,
                                    cab_record_get_id (draft), payload, error);
}

gboolean
cab_draft_end (CabPractice *practice, const CabDraftTarget *target, GError **error)
{
  Work work = { .target = target, .outcome = "kept" };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && target != NULL, FALSE);

  return refuse_read_only (practice, error)
         && cab_practice_transact (practice, "end a draft", remove_draft, &work, error);
}

gboolean
cab_draft_discard (CabPractice *practice, const CabDraftTarget *target, GError **error)
{
  Work work = { .target = target, .outcome = "discarded" };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && target != NULL, FALSE);

  return refuse_read_only (practice, error)
         && cab_practice_transact (practice, "discard a draft", remove_draft, &work, error);
}
