/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-import.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "cab-cli-error.h"
#include "cab-client-find.h"
#include "cab-client.h"
#include "cab-mood-import.h"
#include "cab-mood-table.h"
#include "cab-practice-settings.h"
#include "cab-when.h"

static GBytes *
read_table (CabCli *cli, GError **error)
{
  const char *path = cab_cli_get_word (cli, 0);
  char *content = NULL;
  gsize length = 0;
  g_autoptr (GError) reason = NULL;

  if (g_file_get_contents (path, &content, &length, &reason))
    return g_bytes_new_take (content, length);

  g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT, "%s", reason->message);
  return NULL;
}

static char *
dup_table_name (CabCli *cli)
{
  return g_path_get_basename (cab_cli_get_word (cli, 0));
}

/* "amazing=5", from the last "=": the name is the client's own. */
static gboolean
add_level (GArray *levels, GPtrArray *names, const char *given, GError **error)
{
  const char *equals = strrchr (given, '=');
  CabMoodLevel level = { 0 };

  if (equals == NULL || equals == given || equals[1] < '1' || equals[1] > '5' || equals[2] != '\0')
    return cab_cli_set_usage_error (error,
                                    _ ("--mood takes a name, “=” and a number from 1 to 5."));

  level.level = (guint)(equals[1] - '0');
  level.mood = g_strndup (given, (gsize)(equals - given));
  g_ptr_array_add (names, (char *)level.mood);
  g_array_append_val (levels, level);
  return TRUE;
}

static gboolean
read_levels (CabCli *cli, GArray *levels, GPtrArray *names, GError **error)
{
  const CabCliArgs *args = cab_cli_get_args (cli);

  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;

      if (strcmp (cab_cli_args_get_option (args, i, &value), "mood") == 0
          && !add_level (levels, names, value, error))
        return FALSE;
    }

  return TRUE;
}

static CabMoodDiary *
read_daylio (CabCli *cli, const char *client_id, const char *latest, GError **error)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (CabMoodLevel));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = dup_table_name (cli);
  g_autoptr (GBytes) bytes = NULL;

  if (!read_levels (cli, levels, names, error))
    return NULL;
  bytes = read_table (cli, error);
  if (bytes == NULL)
    return NULL;

  return cab_mood_diary_new_from_daylio (bytes, name, client_id, latest,
                                         (const CabMoodLevel *)levels->data, levels->len, error);
}

/* "Sleep=0..24 h": heading, range, and perhaps the unit. */
static gboolean
add_column (GArray *numbers, GPtrArray *texts, const char *given, GError **error)
{
  const char *equals = strrchr (given, '=');
  const char *dots = equals != NULL ? strstr (equals, "..") : NULL;
  CabMoodColumn column = { 0 };
  char *unit;

  if (dots != NULL && equals > given)
    {
      g_autofree char *least = g_strndup (equals + 1, (gsize)(dots - equals - 1));
      g_auto (GStrv) parts = g_strsplit (dots + 2, " ", 2);

      if (cab_mood_column_set_range (&column, least, parts[0]))
        {
          unit = g_strdup (parts[1]);
          column.heading = g_strndup (given, (gsize)(equals - given));
          column.unit = unit;
          g_ptr_array_add (texts, (char *)column.heading);
          g_ptr_array_add (texts, unit);
          g_array_append_val (numbers, column);
          return TRUE;
        }
    }

  return cab_cli_set_usage_error (error, _ ("--number takes a heading, “=” and a range: "
                                            "“Sleep=0..24 h”."));
}

static gboolean
read_numbers (CabCli *cli, GArray *numbers, GPtrArray *texts, GError **error)
{
  const CabCliArgs *args = cab_cli_get_args (cli);

  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;

      if (strcmp (cab_cli_args_get_option (args, i, &value), "number") == 0
          && !add_column (numbers, texts, value, error))
        return FALSE;
    }

  return numbers->len <= CAB_MOOD_TRACK_MAXIMUM
         || cab_cli_set_usage_error (error, _ ("--number can be given three times."));
}

static gboolean
read_order (CabCli *cli, CabDateOrder *order, GError **error)
{
  const char *given = cab_cli_get_option (cli, "date-order");

  *order = cab_date_order_find (given);
  return given == NULL || *order != CAB_DATE_ORDER_UNKNOWN
         || cab_cli_set_usage_error (error, _ ("--date-order takes “ymd”, “dmy” or “mdy”."));
}

static CabMoodDiary *
read_own (CabCli *cli, const char *client_id, const char *latest, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (CabMoodColumn));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = dup_table_name (cli);
  g_autoptr (GBytes) bytes = NULL;
  CabMoodColumns columns = { .date = cab_cli_get_option (cli, "date"),
                             .time = cab_cli_get_option (cli, "time"),
                             .words = cab_cli_get_option (cli, "words"),
                             .note = cab_cli_get_option (cli, "note") };

  if (!read_numbers (cli, numbers, texts, error) || !read_order (cli, &columns.order, error))
    return NULL;
  bytes = read_table (cli, error);
  if (bytes == NULL)
    return NULL;

  columns.numbers = (const CabMoodColumn *)numbers->data;
  columns.n_numbers = numbers->len;
  return cab_mood_diary_new_from_table (bytes, name, client_id, latest, &columns, error);
}

/* Without --date the columns are those of Daylio, and cannot be named. */
static gboolean
check_columns (CabCli *cli, GError **error)
{
  static const char *const names[] = { "time", "words", "note", "number", "date-order" };

  for (guint i = 0; i < G_N_ELEMENTS (names) && !cab_cli_has_option (cli, "date"); i++)
    {
      if (cab_cli_has_option (cli, names[i]))
        return cab_cli_set_usage_error (error, _ ("--%s needs --date."), names[i]);
    }

  return !cab_cli_has_option (cli, "date") || !cab_cli_has_option (cli, "mood")
         || cab_cli_set_usage_error (error, _ ("--mood is for Daylio, --date for other tables."));
}

static CabMoodDiary *
read_diary (CabCli *cli, const char *client_id, const char *zone, GError **error)
{
  g_autofree char *latest = cab_mood_import_dup_latest (cab_cli_get_practice (cli), zone);

  return cab_cli_has_option (cli, "date") ? read_own (cli, client_id, latest, error)
                                          : read_daylio (cli, client_id, latest, error);
}

static void
print_moods (CabCli *cli, const CabMoodImport *import)
{
  const CabMoodDiary *diary = cab_mood_import_get_diary (import);
  guint n_new = cab_mood_import_count_new (import);
  guint n_known = cab_mood_import_count_known (import);
  guint n_moved = cab_mood_import_count_moved (import);
  guint n_tracks = cab_mood_import_count_tracks (import);

  cab_cli_printf (cli, ngettext ("%u entry is new.\n", "%u entries are new.\n", n_new), n_new);
  cab_cli_printf (cli, ngettext ("%u is there already.\n", "%u are there already.\n", n_known),
                  n_known);
  if (n_tracks > 0)
    cab_cli_printf (cli, ngettext ("%u track begins.\n", "%u tracks begin.\n", n_tracks), n_tracks);
  if (n_moved > 0)
    cab_cli_printf (cli,
                    ngettext ("Look at this: %u entry lies in an hour that clocks skipped; it is "
                              "moved forward.\n",
                              "Look at this: %u entries lie in an hour that clocks skipped; they "
                              "are moved forward.\n",
                              n_moved),
                    n_moved);
  if (diary->n_dropped > 0)
    cab_cli_printf (cli,
                    ngettext ("Look at this: %u mark of formatting is dropped.\n",
                              "Look at this: %u marks of formatting are dropped.\n",
                              diary->n_dropped),
                    diary->n_dropped);
}

static CabRecord *
find_client (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autofree char *id = cab_client_find (practice, cab_cli_get_option (cli, "client"), error);

  return id != NULL ? cab_practice_load (practice, &cab_client_kind, id, error) : NULL;
}

gboolean
cab_cli_mood_import (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  const char *zone = cab_cli_get_option (cli, "zone");
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabMoodImport) import = NULL;
  CabMoodDiary *diary;
  guint n_added;

  if (!check_columns (cli, error))
    return FALSE;
  client = find_client (cli, error);
  if (client == NULL || !cab_mood_import_check_client (practice, client, error))
    return FALSE;
  if (zone == NULL)
    zone = cab_practice_settings_get_zone (practice);
  if (!cab_when_is_zone (zone))
    return cab_cli_set_usage_error (error, _ ("--zone takes a zone such as Europe/London."));

  diary = read_diary (cli, cab_record_get_id (client), zone, error);
  if (diary == NULL)
    return FALSE;
  import = cab_mood_import_look (practice, client, zone, diary, error);
  if (import == NULL)
    return FALSE;

  print_moods (cli, import);
  if (cab_cli_has_option (cli, "dry-run"))
    {
      cab_cli_printf (cli, "%s\n", _ ("This was a dry run. Nothing was changed."));
      return TRUE;
    }

  if (!cab_mood_import_run (import, practice, cab_cli_progress, cli, cab_cli_get_cancellable (cli),
                            error))
    return FALSE;

  n_added = cab_mood_import_count_new (import);
  cab_cli_printf (cli, ngettext ("%u entry was added.\n", "%u entries were added.\n", n_added),
                  n_added);
  return TRUE;
}
