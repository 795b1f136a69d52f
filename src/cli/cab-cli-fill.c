/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-fill.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-cli-error.h"
#include "cab-find.h"
#include "cab-overcollection.h"
#include "cab-practice-settings.h"
#include "cab-when.h"

static gboolean
has_own_text (const CabCliCommand *command)
{
  for (const CabCliOption *option = command->options; option != NULL && option->name != NULL;
       option++)
    {
      if (strcmp (option->name, "text") == 0)
        return TRUE;
    }

  return FALSE;
}

/* The field that the body of an input file is about: the long text that must be
 * there, else the only one. -1 when there is no such field. */
static int
find_main_field (const CabKind *kind)
{
  int only = -1;

  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);

      if (field->type != CAB_FIELD_LONGTEXT || !cab_cli_field_is_settable (kind, i))
        continue;
      if (field->required == CAB_REQUIRED_YES)
        return (int)i;
      only = only == -1 ? (int)i : -2;
    }

  return MAX (only, -1);
}

static gboolean
check_body (const CabCliCommand *command, const CabCliInput *input, GError **error)
{
  if (input->body == NULL || has_own_text (command) || find_main_field (command->kinds[0]) >= 0)
    return TRUE;

  g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
               _ ("%s: there is text behind an empty line, and no field that it could be."),
               input->place);
  return FALSE;
}

/* A field that is said twice would have the first one's value lost in silence. */
static gboolean
check_said_once (GHashTable *said, const CabCliInput *input, guint position, GError **error)
{
  const CabCliInputField *given = g_ptr_array_index (input->fields, position);

  if (g_hash_table_add (said, g_strdelimit (g_strdup (given->name), "_", '-')))
    return TRUE;

  g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT, _ ("%s, line %u: “%s” was given before."),
               input->place, given->line, given->name);
  return FALSE;
}

static gboolean
check_names (const CabCliCommand *command, const CabCliInput *input, GError **error)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < input->fields->len; i++)
    {
      const CabCliInputField *given = g_ptr_array_index (input->fields, i);
      g_autofree char *name = g_strdelimit (g_strdup (given->name), "_", '-');
      CabCliFieldOption option;

      if (!cab_cli_command_find_field (command, name, &option))
        {
          g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
                       _ ("%s, line %u: there is no field “%s”."), input->place, given->line,
                       given->name);
          return FALSE;
        }
      if (!check_said_once (said, input, i, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
cab_cli_fill_read (CabCli *cli, CabCliInput **input, GError **error)
{
  const CabCliCommand *command = cab_cli_get_command (cli);
  const char *path = cab_cli_get_option (cli, "from");
  g_autoptr (CabCliInput) read = NULL;
  char *text;

  *input = NULL;
  if (path == NULL)
    return TRUE;

  text = cab_cli_input_read_text (path, cab_cli_get_cancellable (cli), error);
  if (text == NULL)
    return FALSE;

  read = cab_cli_input_new_parse (cab_cli_input_get_place (path), text, error);
  if (read == NULL || !check_names (command, read, error) || !check_body (command, read, error))
    return FALSE;

  *input = g_steal_pointer (&read);
  return TRUE;
}

/* A reference is given as a person names its target. */
static gboolean
set_reference (CabCli *cli,
               CabRecord *record,
               guint index,
               const char *client_id,
               const char *value,
               GError **error)
{
  const CabField *field = cab_kind_get_field (cab_record_get_kind (record), index);
  const CabKind *kind = cab_kind_find (field->target);
  gboolean is_owned = kind->owner != CAB_NO_OWNER;
  g_autoptr (CabRecord) target = NULL;

  if (*value == '\0')
    {
      cab_record_set_none (record, index);
      return TRUE;
    }

  target = cab_find (cab_cli_get_practice (cli), kind, is_owned ? client_id : NULL, value, error);
  if (target == NULL)
    return FALSE;

  cab_record_set_text (record, index, cab_record_get_id (target));
  return TRUE;
}

void
cab_cli_fill_warn (CabCli *cli, const char *text)
{
  CabRecord *settings = cab_practice_get_settings (cab_cli_get_practice (cli));
  CabOvercollection found;

  if (settings == NULL)
    return;

  found = cab_overcollection_find (
      text, cab_record_get_code (settings, CAB_OWN (CAB_PRACTICE_FIELD_JURISDICTION)));
  if (found != CAB_OVERCOLLECTION_NONE)
    cab_cli_say (cli, "%s", cab_overcollection_get_warning (found));
}

/* (transfer none) (nullable): the zone that the practice's clock is in. */
static const char *
get_zone (CabCli *cli)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  CabRecord *settings = cab_practice_get_settings (practice);

  if (settings == NULL)
    return cab_clock_get_zone (cab_cli_get_settings (cli)->clock);

  return cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_ZONE));
}

/* A moment is given as the practice's clock shows it, or as it is stored. */
static gboolean
set_instant (CabCli *cli, CabRecord *record, guint index, const char *value, GError **error)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *instant = NULL;

  if (cab_when_is_local (value) && get_zone (cli) != NULL)
    moment = cab_when_resolve_local (value, get_zone (cli), NULL);
  if (moment == NULL)
    return cab_record_parse (record, index, value, error);

  instant = cab_when_dup_instant (moment);
  return cab_record_parse (record, index, instant, error);
}

static gboolean
set_field (CabCli *cli,
           CabRecord *record,
           const CabCliFieldOption *option,
           const char *client_id,
           const char *value,
           GError **error)
{
  g_autofree char *text = NULL;

  if (option->is_file)
    {
      text = cab_cli_input_read_text (value, cab_cli_get_cancellable (cli), error);
      if (text == NULL)
        return FALSE;
      value = text;
    }

  if (option->field->type == CAB_FIELD_REF)
    return set_reference (cli, record, option->index, client_id, value, error);
  if (option->field->type == CAB_FIELD_INSTANT)
    return set_instant (cli, record, option->index, value, error);
  if (cab_field_is_text (option->field))
    cab_cli_fill_warn (cli, value);

  return cab_record_parse (record, option->index, value, error);
}

static gboolean
set_from_input (CabCli *cli,
                const CabCliInput *input,
                CabRecord *record,
                const char *client_id,
                GError **error)
{
  const CabCliCommand *command = cab_cli_get_command (cli);
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < input->fields->len; i++)
    {
      const CabCliInputField *given = g_ptr_array_index (input->fields, i);
      g_autofree char *name = g_strdelimit (g_strdup (given->name), "_", '-');
      CabCliFieldOption option;

      if (!cab_cli_command_find_field_of (command, kind, name, &option))
        continue;

      if (!set_field (cli, record, &option, client_id, given->value, error))
        {
          g_prefix_error (error, _ ("%s, line %u: "), input->place, given->line);
          return FALSE;
        }
    }

  if (input->body == NULL || has_own_text (command) || kind != command->kinds[0])
    return TRUE;

  cab_cli_fill_warn (cli, input->body);
  return cab_record_parse (record, (guint)find_main_field (kind), input->body, error);
}

static gboolean
clear_field (CabCli *cli, CabRecord *record, const char *name, GError **error)
{
  const CabCliCommand *command = cab_cli_get_command (cli);
  g_autofree char *option_name = g_strdelimit (g_strdup (name), "_", '-');
  CabCliFieldOption option;

  if (!cab_cli_command_find_field (command, option_name, &option) || option.is_file)
    return cab_cli_set_usage_error (error,
                                    _ ("--clear takes the name of a field, and none is "
                                       "called “%s”."),
                                    name);

  if (cab_cli_command_find_field_of (command, cab_record_get_kind (record), option_name, &option))
    cab_record_set_none (record, option.index);

  return TRUE;
}

/* "--text" and "--text-file" say the same thing twice. */
static gboolean
check_given_once (const CabCliArgs *args, const CabCliFieldOption *option, GError **error)
{
  g_autofree char *plain = cab_cli_field_dup_option (option->field);

  if (option->is_file && cab_cli_args_has (args, plain))
    return cab_cli_set_usage_error (error, _ ("Only one of --%s and --%s-file can be given."),
                                    plain, plain);

  return TRUE;
}

static gboolean
set_from_options (CabCli *cli, CabRecord *record, const char *client_id, GError **error)
{
  const CabCliArgs *args = cab_cli_get_args (cli);
  const CabCliCommand *command = cab_cli_get_command (cli);
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;
      const char *name = cab_cli_args_get_option (args, i, &value);
      CabCliFieldOption option;

      if (strcmp (name, "clear") == 0 && !clear_field (cli, record, value, error))
        return FALSE;

      if (value != NULL && cab_cli_command_find_field_of (command, kind, name, &option)
          && (!check_given_once (args, &option, error)
              || !set_field (cli, record, &option, client_id, value, error)))
        return FALSE;
    }

  return TRUE;
}

/* A wall clock whose zone was not given stands on the practice's clock. */
static void
set_zones (CabCli *cli, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = CAB_N_SYSTEM_FIELDS; i + 1 < cab_kind_get_n_fields (kind); i++)
    {
      if (cab_kind_get_field (kind, i)->type == CAB_FIELD_LOCAL && !cab_record_is_none (record, i)
          && cab_record_is_none (record, i + 1))
        cab_record_set_text (record, i + 1, get_zone (cli));
    }
}

static gboolean
is_shown_again (GDateTime *moment, const char *local, const char *zone)
{
  /* Clocks go back by half an hour to two hours. */
  for (int minutes = 30; minutes <= 120; minutes += 30)
    {
      g_autoptr (GDateTime) later = g_date_time_add_minutes (moment, minutes);
      g_autofree char *instant = cab_when_dup_instant (later);
      g_autofree char *shown = cab_when_dup_local (instant, zone);

      if (g_strcmp0 (shown, local) == 0)
        return TRUE;
    }

  return FALSE;
}

/* [M-12]: what becomes of a wall time that no clock showed, or that came twice. */
static void
tell_of_clock_change (CabCli *cli, CabRecord *record, guint index)
{
  const char *local = cab_record_get_text (record, index);
  const char *zone = cab_record_get_text (record, index + 1);
  gboolean moved = FALSE;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *instant = NULL;
  g_autofree char *shown = NULL;

  if (!cab_when_is_zone (zone))
    return;
  moment = cab_when_resolve_local (local, zone, &moved);
  if (moment == NULL)
    return;

  instant = cab_when_dup_instant (moment);
  shown = cab_when_dup_local (instant, zone);
  if (moved && shown != NULL)
    cab_cli_say (cli, _ ("The clocks of %s went forward over %s: it counts as %s."), zone, local,
                 shown);
  else if (is_shown_again (moment, local, zone))
    cab_cli_say (cli, _ ("The clocks of %s showed %s twice: it counts as the first."), zone, local);
}

static void
tell_of_clock_changes (CabCli *cli, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = CAB_N_SYSTEM_FIELDS; i + 1 < cab_kind_get_n_fields (kind); i++)
    {
      if (cab_kind_get_field (kind, i)->type == CAB_FIELD_LOCAL && !cab_record_is_none (record, i)
          && !cab_record_is_none (record, i + 1)
          && (cab_record_is_changed (record, i) || cab_record_is_changed (record, i + 1)))
        tell_of_clock_change (cli, record, i);
    }
}

static gboolean
set_no_such_field (const CabKind *kind, const char *name, GError **error)
{
  return cab_cli_set_usage_error (error, _ ("%s: there is no field --%s."), _ (kind->label), name);
}

gboolean
cab_cli_fill_check_fits (CabCli *cli, const CabCliInput *input, const CabKind *kind, GError **error)
{
  const CabCliArgs *args = cab_cli_get_args (cli);
  const CabCliCommand *command = cab_cli_get_command (cli);
  CabCliFieldOption option;

  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;
      const char *name = cab_cli_args_get_option (args, i, &value);

      if (cab_cli_command_find_field (command, name, &option)
          && !cab_cli_command_find_field_of (command, kind, name, &option))
        return set_no_such_field (kind, name, error);
    }

  for (guint i = 0; input != NULL && i < input->fields->len; i++)
    {
      const CabCliInputField *given = g_ptr_array_index (input->fields, i);
      g_autofree char *name = g_strdelimit (g_strdup (given->name), "_", '-');

      if (!cab_cli_command_find_field_of (command, kind, name, &option))
        return set_no_such_field (kind, name, error);
    }

  return TRUE;
}

gboolean
cab_cli_fill_has (CabCli *cli, const CabCliInput *input, const CabKind *kind)
{
  const CabCliArgs *args = cab_cli_get_args (cli);
  const CabCliCommand *command = cab_cli_get_command (cli);
  CabCliFieldOption option;

  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;
      const char *name = cab_cli_args_get_option (args, i, &value);

      if (cab_cli_command_find_field_of (command, kind, name, &option)
          && option.index >= CAB_N_SYSTEM_FIELDS)
        return TRUE;
    }

  for (guint i = 0; input != NULL && i < input->fields->len; i++)
    {
      const CabCliInputField *given = g_ptr_array_index (input->fields, i);
      g_autofree char *name = g_strdelimit (g_strdup (given->name), "_", '-');

      if (cab_cli_command_find_field_of (command, kind, name, &option)
          && option.index >= CAB_N_SYSTEM_FIELDS)
        return TRUE;
    }

  return FALSE;
}

gboolean
cab_cli_fill_record (CabCli *cli,
                     CabCliInput *input,
                     CabRecord *record,
                     const char *client_id,
                     GError **error)
{
  g_return_val_if_fail (cli != NULL, FALSE);
  g_return_val_if_fail (CAB_IS_RECORD (record), FALSE);

  if (input != NULL && !set_from_input (cli, input, record, client_id, error))
    return FALSE;
  if (!set_from_options (cli, record, client_id, error))
    return FALSE;

  set_zones (cli, record);
  tell_of_clock_changes (cli, record);
  return TRUE;
}

void
cab_cli_fill_defaults (CabCli *cli, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);
  g_autofree char *now = cab_practice_dup_now (cab_cli_get_practice (cli));
  const char *zone = get_zone (cli);
  g_autofree char *local = zone != NULL ? cab_when_dup_local (now, zone) : NULL;

  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);

      if (field->required != CAB_REQUIRED_YES || !cab_record_is_none (record, i))
        continue;
      if (field->type == CAB_FIELD_LOCAL)
        cab_record_set_text (record, i, local);
      else if (field->type == CAB_FIELD_INSTANT && cab_cli_field_is_settable (kind, i))
        cab_record_set_text (record, i, now);
    }

  set_zones (cli, record);
}

gboolean
cab_cli_fill_dup_text (CabCli *cli, CabCliInput *input, char **text, GError **error)
{
  const char *given = cab_cli_get_option (cli, "text");
  const char *path = cab_cli_get_option (cli, "text-file");

  *text = NULL;
  if ((given != NULL) + (path != NULL) + (input != NULL && input->body != NULL) > 1)
    return cab_cli_set_usage_error (error, _ ("The text was given more than once."));

  if (given != NULL)
    *text = g_strdup (given);
  else if (input != NULL && input->body != NULL)
    *text = g_strdup (input->body);
  else if (path != NULL)
    *text = cab_cli_input_read_text (path, cab_cli_get_cancellable (cli), error);

  if (*text != NULL)
    cab_cli_fill_warn (cli, *text);
  return path == NULL || *text != NULL;
}
