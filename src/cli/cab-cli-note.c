/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-note.h"

#include <glib/gi18n.h>

#include "cab-addendum.h"
#include "cab-cli-fill.h"
#include "cab-cli-paper.h"
#include "cab-cli-record.h"
#include "cab-cli-show.h"
#include "cab-client.h"
#include "cab-note-paper.h"
#include "cab-note.h"
#include "cab-process-note.h"

static const CabKind *
get_asked_kind (CabCli *cli)
{
  return cab_cli_has_option (cli, "process") ? &cab_process_note_kind : &cab_note_kind;
}

gboolean
cab_cli_note_list (CabCli *cli, GError **error)
{
  const CabKind *kind = get_asked_kind (cli);

  return cab_cli_record_list_kind (cli, kind,
                                   kind == &cab_note_kind ? "id client_id held_on note_kind state"
                                                          : "id client_id held_on state",
                                   error);
}

static gboolean
show_versions (CabCli *cli, CabRecord *note, GError **error)
{
  g_autoptr (GPtrArray) versions = cab_note_list_versions (cab_cli_get_practice (cli), note, error);

  if (versions == NULL)
    return FALSE;

  for (guint i = 0; i < versions->len; i++)
    {
      cab_cli_print (cli, "\n");
      cab_cli_show_record (cli, g_ptr_array_index (versions, i));
    }

  return TRUE;
}

static gboolean
show_text (CabCli *cli, CabRecord *note, GError **error)
{
  g_autofree char *text = NULL;

  if (!cab_note_dup_text (cab_cli_get_practice (cli), note, &text, error))
    return FALSE;

  cab_cli_print (cli, "\n");
  if (text != NULL)
    cab_cli_show_block (cli, _ ("Text"), text);
  else
    cab_cli_say (cli, _ ("Nothing was written yet."));

  return TRUE;
}

static gboolean
show_addenda (CabCli *cli, CabRecord *note, GError **error)
{
  CabFilter filter = {
    .field = CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID),
    .equals = cab_record_get_id (note),
  };
  g_autoptr (GPtrArray) addenda
      = cab_practice_list (cab_cli_get_practice (cli), &cab_addendum_kind, &filter, error);

  if (addenda == NULL)
    return FALSE;

  for (guint i = 0; i < addenda->len; i++)
    {
      cab_cli_print (cli, "\n");
      cab_cli_show_record (cli, g_ptr_array_index (addenda, i));
    }

  return TRUE;
}

gboolean
cab_cli_note_show (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) note = cab_cli_record_find_any (cli, error);

  if (note == NULL || !cab_cli_record_audit_view (cli, note, error))
    return FALSE;

  cab_cli_show_record (cli, note);
  if (cab_cli_has_option (cli, "versions") ? !show_versions (cli, note, error)
                                           : !show_text (cli, note, error))
    return FALSE;

  return show_addenda (cli, note, error);
}

static gboolean
put_on_paper (CabCli *cli, gpointer note, GOutputStream *stream, GError **error)
{
  return cab_note_paper_write (cab_cli_get_practice (cli), note, stream, error);
}

gboolean
cab_cli_note_print (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) note = cab_cli_record_find_any (cli, error);

  return note != NULL && cab_cli_paper_write (cli, put_on_paper, note, error);
}

/* What is done to a note in one transaction. */
typedef struct
{
  CabCli *cli;
  CabRecord *note;
  const char *text;      /* NULL: the text stays as it is */
  const char *statement; /* NULL: it is not signed */
} Writing;

static gboolean
write_note (CabPractice *practice, gpointer data, GError **error)
{
  Writing *writing = data;

  if (!cab_practice_save (practice, writing->note, error))
    return FALSE;
  if (writing->text != NULL
      && !cab_note_write (practice, writing->note, writing->text, CAB_CUT_BECAUSE_LEAVE, error))
    return FALSE;

  return writing->statement == NULL
         || cab_note_sign (practice, writing->note, writing->statement, error);
}

static const char *
get_statement (CabCli *cli)
{
  const char *statement = cab_cli_get_option (cli, "statement");

  return statement != NULL ? statement : _ ("I wrote this note.");
}

static CabRecord *
make_note (CabCli *cli, CabCliInput *input, GError **error)
{
  const CabKind *kind = get_asked_kind (cli);
  g_autoptr (CabRecord) note = cab_record_new (kind);
  g_autoptr (CabRecord) client = NULL;

  if (!cab_cli_fill_check_fits (cli, input, kind, error))
    return NULL;

  client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (client == NULL)
    return NULL;

  cab_record_set_text (note, CAB_OWN (kind->owner), cab_record_get_id (client));
  if (kind == &cab_note_kind)
    cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  if (!cab_cli_fill_record (cli, input, note, cab_record_get_id (client), error))
    return NULL;

  cab_cli_fill_defaults (cli, note);
  return g_steal_pointer (&note);
}

gboolean
cab_cli_note_add (CabCli *cli, GError **error)
{
  g_autoptr (CabCliInput) input = NULL;
  g_autoptr (CabRecord) note = NULL;
  g_autofree char *text = NULL;
  Writing writing = { .cli = cli };

  if (!cab_cli_fill_read (cli, &input, error) || !cab_cli_fill_dup_text (cli, input, &text, error))
    return FALSE;

  note = make_note (cli, input, error);
  if (note == NULL)
    return FALSE;

  writing.note = note;
  writing.text = text;
  writing.statement = cab_cli_has_option (cli, "sign") ? get_statement (cli) : NULL;
  if (!cab_practice_transact (cab_cli_get_practice (cli), "add a note", write_note, &writing,
                              error))
    return FALSE;

  cab_cli_record_print_handle (cli, note);
  return TRUE;
}

gboolean
cab_cli_note_edit (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autoptr (CabCliInput) input = NULL;
  g_autoptr (CabRecord) note = NULL;
  g_autofree char *text = NULL;
  g_autofree char *client_id = NULL;
  Writing writing = { .cli = cli };

  if (!cab_cli_fill_read (cli, &input, error) || !cab_cli_fill_dup_text (cli, input, &text, error))
    return FALSE;

  note = cab_cli_record_find_any (cli, error);
  if (note == NULL || !cab_cli_fill_check_fits (cli, input, cab_record_get_kind (note), error))
    return FALSE;

  client_id = cab_practice_dup_client_of (practice, note);
  if (!cab_cli_fill_record (cli, input, note, client_id, error))
    return FALSE;

  writing.note = note;
  writing.text = text;
  return cab_practice_transact (practice, "change a note", write_note, &writing, error);
}

gboolean
cab_cli_note_sign (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autoptr (CabRecord) record = cab_cli_record_find_any (cli, error);

  if (record == NULL)
    return FALSE;
  if (CAB_IS_ADDENDUM (record))
    return cab_addendum_sign (practice, record, get_statement (cli), error);

  return cab_note_sign (practice, record, get_statement (cli), error);
}

typedef struct
{
  CabCli *cli;
  CabRecord *note;
  CabRecord *given; /* an addendum that is never saved: it holds what was given */
  CabRecord *added;
} Adding;

static gboolean
add_addendum (CabPractice *practice, gpointer data, GError **error)
{
  Adding *adding = data;
  CabRecord *given = adding->given;

  g_clear_object (&adding->added);
  adding->added = cab_note_add_addendum (
      practice, adding->note,
      cab_record_get_code (given, CAB_OWN (CAB_ADDENDUM_FIELD_ADDENDUM_KIND)),
      cab_record_get_text (given, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT)),
      cab_record_get_text (given, CAB_OWN (CAB_ADDENDUM_FIELD_REASON)), error);
  if (adding->added == NULL)
    return FALSE;

  return !cab_cli_has_option (adding->cli, "sign")
         || cab_addendum_sign (practice, adding->added, get_statement (adding->cli), error);
}

static gboolean
check_addendum (CabRecord *given, GError **error)
{
  if (cab_record_is_none (given, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT)))
    return cab_cli_set_usage_error (error, _ ("The option --text or --text-file is missing."));
  if (cab_record_is_none (given, CAB_OWN (CAB_ADDENDUM_FIELD_REASON)))
    return cab_cli_set_usage_error (error, _ ("The option --reason is missing."));

  return TRUE;
}

gboolean
cab_cli_note_addendum (CabCli *cli, GError **error)
{
  const CabKind *const kinds[] = { &cab_note_kind, &cab_process_note_kind, NULL };
  g_autoptr (CabCliInput) input = NULL;
  g_autoptr (CabRecord) given = cab_record_new (&cab_addendum_kind);
  g_autoptr (CabRecord) note = NULL;
  Adding adding = { .cli = cli };
  gboolean succeeded;

  cab_record_set_code (given, CAB_OWN (CAB_ADDENDUM_FIELD_ADDENDUM_KIND),
                       CAB_ADDENDUM_KIND_ADDITION);
  if (!cab_cli_fill_read (cli, &input, error)
      || !cab_cli_fill_record (cli, input, given, NULL, error) || !check_addendum (given, error))
    return FALSE;

  note = cab_cli_record_find_among (cli, kinds, error);
  if (note == NULL)
    return FALSE;

  adding.note = note;
  adding.given = given;
  succeeded = cab_practice_transact (cab_cli_get_practice (cli), "add an addendum", add_addendum,
                                     &adding, error);
  if (succeeded)
    cab_cli_record_print_handle (cli, adding.added);

  g_clear_object (&adding.added);
  return succeeded;
}

gboolean
cab_cli_note_verify (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) note = cab_cli_record_find_any (cli, error);

  if (note == NULL || !cab_note_verify (cab_cli_get_practice (cli), note, error))
    return FALSE;

  cab_cli_print (cli,
                 _ ("Versions, signatures and addenda follow each other as they were written.\n"));
  return TRUE;
}
