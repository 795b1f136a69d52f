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
#include "cab-cli-input.h"
#include "cab-cli-text.h"
#include "cab-client-import.h"
#include "cab-client-map-store.h"

/* Splits "HEADING=FIELD" at its last "=". */
static gboolean
split_pair (const char *option,
            const char *given,
            char **before,
            const char **after,
            GError **error)
{
  const char *equals = strrchr (given, '=');

  if (equals == NULL || equals == given || equals[1] == '\0')
    return cab_cli_set_usage_error (error, _ ("--%s takes two things with “=” between them."),
                                    option);

  *before = g_strndup (given, (gsize)(equals - given));
  *after = equals + 1;
  return TRUE;
}

static gboolean
set_column (CabClientMap *map, const char *given, GError **error)
{
  g_autofree char *heading = NULL;
  const char *target = NULL;

  if (!split_pair ("column", given, &heading, &target, error))
    return FALSE;

  if (strcmp (target, CAB_CLIENT_TARGET_SOURCE) != 0
      && strcmp (target, CAB_CLIENT_TARGET_WHOLE_NAME) != 0
      && strcmp (target, CAB_CLIENT_TARGET_LEAVE) != 0
      && cab_kind_find_field (cab_kind_find ("client"), target) < 0)
    return cab_cli_set_usage_error (error, _ ("--column: a client has no such field."));

  cab_client_map_set_target (map, heading, target);
  return TRUE;
}

static gboolean
set_date_order (CabClientMap *map, const char *given, GError **error)
{
  g_autofree char *field = NULL;
  const char *name = NULL;
  CabDateOrder order;

  if (!split_pair ("date-order", given, &field, &name, error))
    return FALSE;

  order = cab_date_order_find (name);
  if (order == CAB_DATE_ORDER_UNKNOWN)
    return cab_cli_set_usage_error (error, _ ("--date-order takes “ymd”, “dmy” or “mdy”."));

  cab_client_map_set_date_order (map, field, order);
  return TRUE;
}

static gboolean
set_century (CabClientMap *map, const char *given, GError **error)
{
  g_autofree char *field = NULL;
  const char *century = NULL;

  if (!split_pair ("century", given, &field, &century, error))
    return FALSE;

  if (strcmp (century, "1900") != 0 && strcmp (century, "2000") != 0)
    return cab_cli_set_usage_error (error, _ ("--century takes 1900 or 2000."));

  cab_client_map_set_century (map, field, strcmp (century, "1900") == 0 ? 1900 : 2000);
  return TRUE;
}

static gboolean
set_encoding (CabClientMap *map, const char *name, GError **error)
{
  CabCsvEncoding encoding = cab_csv_encoding_find (name);

  if (encoding == CAB_CSV_ENCODING_UNKNOWN)
    return cab_cli_set_usage_error (
        error, _ ("--encoding takes utf-8, utf-16, windows-1252 or iso-8859-1."));

  cab_client_map_set_encoding (map, encoding);
  return TRUE;
}

/* What the command line says about the table, in the order it was said. */
static gboolean
apply_options (CabCli *cli, CabClientMap *map, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*set) (CabClientMap *map, const char *given, GError **error);
  } setters[] = {
    { "column", set_column },
    { "date-order", set_date_order },
    { "century", set_century },
    { "encoding", set_encoding },
  };
  const CabCliArgs *args = cab_cli_get_args (cli);

  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;
      const char *name = cab_cli_args_get_option (args, i, &value);

      for (gsize s = 0; s < G_N_ELEMENTS (setters); s++)
        {
          if (strcmp (setters[s].name, name) == 0 && !setters[s].set (map, value, error))
            return FALSE;
        }
    }

  if (cab_cli_has_option (cli, "split-names"))
    cab_client_map_set_splits_names (map, TRUE);
  if (cab_cli_has_option (cli, "unguard"))
    cab_client_map_set_decodes (map, TRUE);

  return TRUE;
}

/* (transfer full): the map of that name, as the practice has it or new. */
static CabClientMap *
load_map (CabCli *cli, GError **error)
{
  const char *name = cab_cli_get_option (cli, "map");
  const char *path = cab_cli_get_option (cli, "map-file");
  g_autofree char *text = NULL;

  if (path == NULL)
    return cab_client_map_load (cab_cli_get_practice (cli), name, error);

  text = cab_cli_input_read_text (path, cab_cli_get_cancellable (cli), error);
  return text != NULL ? cab_client_map_new_from_text (name != NULL ? name : CAB_CLIENT_MAP_BUILT_IN,
                                                      text, error)
                      : NULL;
}

static CabClientCsv *
read_csv (CabCli *cli, CabClientMap *map, GError **error)
{
  const char *path = cab_cli_get_word (cli, 0);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cab_cli_get_cancellable (cli), NULL, error);

  return bytes != NULL
             ? cab_client_import_read (cab_cli_get_practice (cli), bytes, shown, map, error)
             : NULL;
}

static gboolean
read_status (CabCli *cli, CabClientStatus *status, GError **error)
{
  const char *choice = cab_cli_get_option (cli, "status");

  if (choice == NULL || strcmp (choice, "enquiry") == 0)
    *status = CAB_CLIENT_STATUS_ENQUIRY;
  else if (strcmp (choice, "archived") == 0)
    *status = CAB_CLIENT_STATUS_ARCHIVED;
  else
    return cab_cli_set_usage_error (error, _ ("--status takes “enquiry” or “archived”."));

  return TRUE;
}

/* "--take-row 14": whoever is possibly the same is somebody else. */
static gboolean
tick_rows (CabCli *cli, CabClientImport *import, GError **error)
{
  const CabCliArgs *args = cab_cli_get_args (cli);

  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;
      const char *name = cab_cli_args_get_option (args, i, &value);
      gboolean found = FALSE;

      if (strcmp (name, "take-row") != 0)
        continue;

      for (guint c = 0; c < import->candidates->len; c++)
        {
          CabClientCandidate *candidate = g_ptr_array_index (import->candidates, c);
          g_autofree char *row = g_strdup_printf ("%u", candidate->row);

          if (candidate->match != CAB_CLIENT_MATCH_POSSIBLY || strcmp (row, value) != 0)
            continue;
          candidate->is_ticked = TRUE;
          found = TRUE;
        }

      if (!found)
        return cab_cli_set_usage_error (
            error, _ ("--take-row takes the number of a row that is possibly somebody here."));
    }

  return TRUE;
}

static void
print_escaped (CabCli *cli, const char *text)
{
  g_autofree char *escaped = cab_cli_text_escape (text, CAB_CLI_LINES_ESCAPED);

  cab_cli_printf (cli, "%s\n", escaped);
}

static void
print_columns_left (CabCli *cli, const CabClientImport *import)
{
  g_autoptr (GString) headings = g_string_new (NULL);

  for (guint i = 0; i < import->csv->columns->len; i++)
    {
      const CabClientColumn *column = g_ptr_array_index (import->csv->columns, i);

      if (!cab_client_csv_is_taken (column))
        g_string_append_printf (headings, "%s%s", headings->len > 0 ? ", " : "", column->heading);
    }

  if (import->n_columns_left > 0)
    {
      g_autofree char *line = g_strdup_printf (
          ngettext ("%u column not taken: %s", "%u columns not taken: %s", import->n_columns_left),
          import->n_columns_left, headings->str);

      print_escaped (cli, line);
    }
}

static char *
dup_joined (GPtrArray *words)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "",
                            (const char *)g_ptr_array_index (words, i));

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/* The rows about which a person has to decide. */
static void
print_candidates (CabCli *cli, const CabClientImport *import)
{
  for (guint i = 0; i < import->candidates->len; i++)
    {
      const CabClientCandidate *candidate = g_ptr_array_index (import->candidates, i);
      const char *reference
          = candidate->known != NULL
                ? cab_record_get_text (candidate->known, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE))
                : NULL;

      if (candidate->match == CAB_CLIENT_MATCH_POSSIBLY)
        cab_cli_printf (cli, _ ("row %u: possibly %s%s\n"), candidate->row,
                        reference != NULL ? reference : _ ("the person of an earlier row"),
                        candidate->is_ticked ? _ (", taken all the same") : "");
      if (candidate->match == CAB_CLIENT_MATCH_DIFFERENT)
        {
          g_autofree char *fields = dup_joined (candidate->differing);

          cab_cli_printf (cli, _ ("row %u: %s is here and differs in %s\n"), candidate->row,
                          reference, fields);
        }
    }
}

static void
print_preview (CabCli *cli, const CabClientImport *import)
{
  cab_cli_printf (cli, _ ("%u new, %u here already, %u different here, %u possibly here\n"),
                  import->counts[CAB_CLIENT_MATCH_NEW], import->counts[CAB_CLIENT_MATCH_SAME],
                  import->counts[CAB_CLIENT_MATCH_DIFFERENT],
                  import->counts[CAB_CLIENT_MATCH_POSSIBLY]);
  if (import->n_died > 0)
    cab_cli_printf (cli,
                    ngettext ("%u archived as died\n", "%u archived as died\n", import->n_died),
                    import->n_died);
  if (import->n_former_names > 0)
    cab_cli_printf (cli, ngettext ("%u former name\n", "%u former names\n", import->n_former_names),
                    import->n_former_names);
  print_columns_left (cli, import);
  print_candidates (cli, import);

  for (guint i = 0; i < CAB_N_CLIENT_WARNINGS; i++)
    {
      guint count = import->csv->warnings[i];
      g_autofree char *sentence = count > 0 ? cab_client_warning_dup_sentence (i, count) : NULL;

      if (sentence != NULL)
        print_escaped (cli, sentence);
    }
  if (import->csv->can_split_names && !cab_cli_has_option (cli, "split-names"))
    cab_cli_say (cli, _ ("All names are written “Last, First”: --split-names takes them apart."));

  for (guint i = 0; i < import->csv->faults->len; i++)
    print_escaped (cli, ((CabClientFault *)g_ptr_array_index (import->csv->faults, i))->sentence);
}

static gboolean
write_rejects (CabCli *cli, const CabClientImport *import, GError **error)
{
  const char *path = cab_cli_get_option (cli, "rejects");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;

  if (path == NULL || import->csv->faults->len == 0)
    return TRUE;

  file = g_file_new_for_path (path);
  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  return stream != NULL
         && cab_client_csv_write_rejects (import->csv, G_OUTPUT_STREAM (stream), error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/* What was said of the table, for the next one like it and for other practices. */
static gboolean
write_map (CabCli *cli, CabClientMap *map, GError **error)
{
  const char *path = cab_cli_get_option (cli, "save-map");
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;

  if (path == NULL)
    return TRUE;

  text = cab_client_map_dup_text (map);
  file = g_file_new_for_path (path);
  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  return stream != NULL
         && g_output_stream_write_all (G_OUTPUT_STREAM (stream), text, strlen (text), NULL, NULL,
                                       error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static gboolean
finish_import (CabCli *cli, CabClientImport *import, CabClientMap *map, GError **error)
{
  if (!tick_rows (cli, import, error))
    return FALSE;

  print_preview (cli, import);
  if (!write_rejects (cli, import, error) || !write_map (cli, map, error))
    return FALSE;

  /* A dry run fails as the run would, so that a script can ask beforehand. */
  if (import->csv->faults->len > 0 || !cab_cli_has_option (cli, "dry-run"))
    return cab_client_import_run (import, cab_cli_get_practice (cli), cab_cli_progress, cli,
                                  cab_cli_get_cancellable (cli), error)
           && cab_client_map_save (map, cab_cli_get_practice (cli), error);

  return TRUE;
}

gboolean
cab_cli_client_import (CabCli *cli, GError **error)
{
  g_autoptr (CabClientMap) map = NULL;
  g_autoptr (CabClientImport) import = NULL;
  CabClientCsv *csv;
  CabClientStatus status = CAB_CLIENT_STATUS_ENQUIRY;

  if (!read_status (cli, &status, error))
    return FALSE;

  map = load_map (cli, error);
  if (map == NULL || !apply_options (cli, map, error))
    return FALSE;

  csv = read_csv (cli, map, error);
  if (csv == NULL)
    return FALSE;

  import = cab_client_import_look (cab_cli_get_practice (cli), csv, status, NULL, NULL,
                                   cab_cli_get_cancellable (cli), error);
  return import != NULL && finish_import (cli, import, map, error);
}
