/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-job.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-backup.h"
#include "cab-client-map-store.h"
#include "cab-client-name.h"
#include "cab-client-row.h"
#include "cab-daylio.h"
#include "cab-erasure.h"
#include "cab-file-fault.h"
#include "cab-file-write.h"
#include "cab-practice-settings.h"
#include "cab-store.h"

#define FOLDER_PREFERENCE "backup-folder"

/* Rows of a table that are shown before anything is said of it. */
#define N_SHOWN_ROWS 3

/* Bytes of a file that says how columns are understood. */
#define LARGEST_MAP (256 * 1024)

/* Bytes of a table: more than ten thousand people or days have, less than a memory holds. */
#define LARGEST_TABLE (64 * 1024 * 1024)

/* More than a practice of one person has. */
#define MOST_PEOPLE 10000

static void
free_person (CabImportPerson *person)
{
  g_free (person->id);
  g_free (person->name);
  g_free (person->reference);
  g_free (person);
}

static void
clear_file (CabImportFile *self)
{
  g_free (self->path);
  g_free (self->name);
  g_clear_object (&self->source);
  g_clear_pointer (&self->bundle, cab_import_preview_free);
  g_clear_pointer (&self->owners, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->peek, cab_csv_peek_free);
  g_clear_pointer (&self->map, cab_client_map_free);
  g_free (self->map_path);
  g_strfreev (self->map_names);
  g_clear_pointer (&self->moods, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self->zone);
}

CabImportFile *
cab_import_file_ref (CabImportFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cab_import_file_unref (CabImportFile *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear_file);
}

CabImportPlan *
cab_import_plan_new (CabImportFile *file)
{
  CabImportPlan *self = g_atomic_rc_box_new0 (CabImportPlan);

  self->file = cab_import_file_ref (file);

  return self;
}

CabImportPlan *
cab_import_plan_ref (CabImportPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_plan (CabImportPlan *self)
{
  g_clear_pointer (&self->people, cab_client_import_free);
  g_clear_pointer (&self->moods, cab_mood_import_free);
  g_clear_pointer (&self->file, cab_import_file_unref);
}

void
cab_import_plan_unref (CabImportPlan *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear_plan);
}

static void
free_number (CabImportNumber *number)
{
  g_free (number->heading);
  g_free (number->unit);
  g_free (number->minimum);
  g_free (number->maximum);
  g_free (number);
}

CabImportAsked *
cab_import_asked_new (void)
{
  CabImportAsked *self = g_new0 (CabImportAsked, 1);

  self->moods = g_ptr_array_new_with_free_func (g_free);
  self->levels = g_array_new (FALSE, FALSE, sizeof (guint));
  self->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify)free_number);

  return self;
}

void
cab_import_asked_free (CabImportAsked *self)
{
  g_free (self->path);
  g_clear_pointer (&self->passphrase, cab_secret_free);
  g_free (self->map_name);
  g_free (self->map_path);
  g_clear_pointer (&self->file, cab_import_file_unref);
  g_clear_pointer (&self->map, cab_client_map_free);
  g_free (self->client_id);
  g_free (self->zone);
  g_ptr_array_unref (self->moods);
  g_array_unref (self->levels);
  g_free (self->date);
  g_free (self->time);
  g_free (self->words);
  g_free (self->note);
  g_ptr_array_unref (self->numbers);
  g_clear_pointer (&self->plan, cab_import_plan_unref);
  g_free (self->rejects);
  g_clear_object (&self->progress);
  g_free (self);
}

void
cab_import_asked_add_number (CabImportAsked *self,
                             const char *heading,
                             const char *minimum,
                             const char *maximum,
                             const char *unit)
{
  CabImportNumber *number = g_new0 (CabImportNumber, 1);

  number->heading = g_strdup (heading);
  number->minimum = g_strdup (minimum);
  number->maximum = g_strdup (maximum);
  number->unit = unit != NULL && *unit != '\0' ? g_strdup (unit) : NULL;
  g_ptr_array_add (self->numbers, number);
}

static void
clear_object (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

/* (transfer full) (nullable): the client to whom a record of the practice belongs. */
static CabRecord *
load_owner (CabPractice *practice, CabRecord *record)
{
  g_autofree char *id = cab_practice_dup_client_of (practice, record);

  return id != NULL ? cab_practice_load (practice, &cab_client_kind, id, NULL) : NULL;
}

static void
list_owners (CabImportFile *file, CabPractice *practice)
{
  GPtrArray *conflicts = file->bundle->conflicts;

  file->owners = g_ptr_array_new_with_free_func (clear_object);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const CabImportConflict *conflict = conflicts->pdata[i];

      g_ptr_array_add (file->owners, conflict->kind != &cab_client_kind
                                         ? load_owner (practice, conflict->mine)
                                         : NULL);
    }
}

static gboolean
begin_bundle (CabImportFile *file,
              CabPractice *practice,
              const CabImportAsked *asked,
              GCancellable *cancellable,
              GError **error)
{
  file->source = cab_bundle_source_open (asked->path, asked->passphrase, error);
  if (file->source == NULL)
    return FALSE;

  file->bundle = cab_import_preview (practice, file->source, cab_progress_update, asked->progress,
                                     cancellable, error);
  if (file->bundle == NULL)
    return FALSE;

  list_owners (file, practice);
  return TRUE;
}

static gboolean
list_people (CabImportFile *file, CabPractice *practice, GError **error)
{
  const CabClientQuery query = { .statuses = CAB_CLIENT_STATUSES_ALL };
  g_autoptr (GPtrArray) rows = cab_client_row_list (practice, &query, 0, MOST_PEOPLE, NULL, error);

  if (rows == NULL)
    return FALSE;

  file->people = g_ptr_array_new_with_free_func ((GDestroyNotify)free_person);
  for (guint i = 0; i < rows->len; i++)
    {
      CabRow *row = rows->pdata[i];
      CabImportPerson *person = g_new0 (CabImportPerson, 1);

      person->id = g_strdup (cab_row_get_text (row, CAB_CLIENT_ROW_ID));
      person->name = cab_client_name_dup_row (row, FALSE);
      person->reference = cab_client_name_dup_row (row, TRUE);
      g_ptr_array_add (file->people, person);
    }

  return TRUE;
}

/* What a mood of the client's own means is asked for, once for each. */
static gboolean
list_moods (CabImportFile *file, GError **error)
{
  g_autoptr (CabDaylio) diary = cab_daylio_read (file->bytes, file->name, NULL, error);

  if (diary == NULL)
    return FALSE;

  file->moods = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < diary->moods->len; i++)
    {
      const char *mood = diary->moods->pdata[i];

      if (cab_daylio_get_level (diary, mood) == 0)
        g_ptr_array_add (file->moods, g_strdup (mood));
    }

  return TRUE;
}

static gboolean
peek (CabImportFile *file, const CabImportAsked *asked, GError **error)
{
  CabCsvEncoding encoding = asked->encoding;

  if (encoding == CAB_CSV_ENCODING_UNKNOWN)
    encoding = cab_client_map_get_encoding (file->map);
  if (encoding == CAB_CSV_ENCODING_UNKNOWN)
    encoding = cab_csv_detect_encoding (file->bytes);
  /* Something has to be shown, so that a person can say what it is. */
  file->needs_encoding = encoding == CAB_CSV_ENCODING_UNKNOWN;
  if (file->needs_encoding)
    encoding = CAB_CSV_ENCODING_WINDOWS_1252;

  file->peek = cab_csv_peek_new (file->bytes, file->name, encoding, N_SHOWN_ROWS, error);

  return file->peek != NULL;
}

static char *
dup_shown_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return cab_export_escape (base, -1);
}

/* Whatever is read whole is looked at first: a film that is called a table fills no memory. */
static gboolean
check_size (GFile *file, goffset most, const char *shown, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
      && g_file_info_get_size (info) <= most)
    return TRUE;

  /* Translators: %s is the name of a file */
  g_set_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_CSV_TOO_LARGE,
               _ ("“%s” is larger than a table of people or days can be. Nothing was changed."),
               shown);

  return FALSE;
}

/* What another practice said of its tables, or this one, under the name of the file. */
static CabClientMap *
read_map (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) at = g_file_new_for_path (path);
  g_autofree char *shown = dup_shown_name (path);
  g_autofree char *name = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) fault = NULL;
  CabClientMap *map;
  gsize length = 0;
  char *dot;

  if (!check_size (at, LARGEST_MAP, shown, cancellable, error)
      || !g_file_load_contents (at, cancellable, &content, &length, NULL, error))
    {
      cab_file_fault_read (error, path);
      return NULL;
    }
  if (length > LARGEST_MAP || !g_utf8_validate (content, (gssize)length, NULL))
    {
      /* Translators: %s is the name of a file */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("“%s” says nothing about columns. Nothing was changed."), shown);
      return NULL;
    }

  name = g_strdup (shown);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  map = cab_client_map_new_from_text (name, content, &fault);
  if (map == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 /* Translators: the name of a file, and what is wrong with it */
                 _ ("“%1$s” cannot be read as choices of columns: %2$s Nothing was changed."),
                 shown, fault->message);

  return map;
}

static gboolean
begin_table (CabImportFile *file,
             CabPractice *practice,
             const CabImportAsked *asked,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GFile) at = g_file_new_for_path (asked->path);

  if (check_size (at, LARGEST_TABLE, file->name, cancellable, error))
    file->bytes = g_file_load_bytes (at, cancellable, NULL, error);
  if (file->bytes == NULL)
    {
      cab_file_fault_read (error, asked->path);
      return FALSE;
    }

  file->map_path = g_strdup (asked->map_path);
  file->zone = g_strdup (cab_practice_settings_get_zone (practice));
  file->map = asked->map_path != NULL ? read_map (asked->map_path, cancellable, error)
                                      : cab_client_map_load (practice, asked->map_name, error);
  if (file->map == NULL)
    return FALSE;
  file->map_names = cab_client_map_list (practice, error);
  if (file->map_names == NULL || !list_people (file, practice, error) || !peek (file, asked, error))
    return FALSE;

  return file->kind != CAB_IMPORT_KIND_DAYLIO || list_moods (file, error);
}

static gboolean
refuse_kind (const CabImportFile *file, GError **error)
{
  if (file->kind == CAB_IMPORT_KIND_PRACTICE)
    /* Translators: %s is the name of a file */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” is a practice or a backup: it is opened, not imported. Nothing was "
                    "changed."),
                 file->name);
  else
    /* Translators: %s is the name of a file */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” is neither a bundle nor a table. Nothing was changed."), file->name);

  return FALSE;
}

static gboolean
begin (CabImportFile *file,
       CabPractice *practice,
       const CabImportAsked *asked,
       GCancellable *cancellable,
       GError **error)
{
  switch (file->kind)
    {
    case CAB_IMPORT_KIND_BUNDLE:
      return begin_bundle (file, practice, asked, cancellable, error);
    case CAB_IMPORT_KIND_DAYLIO:
    case CAB_IMPORT_KIND_TABLE:
      return begin_table (file, practice, asked, cancellable, error);
    case CAB_IMPORT_KIND_OTHER:
    case CAB_IMPORT_KIND_PRACTICE:
      return refuse_kind (file, error);
    }

  g_return_val_if_reached (FALSE);
}

gpointer
cab_import_begin_job (CabPractice *practice,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  const CabImportAsked *asked = data;
  g_autoptr (CabImportFile) file = g_atomic_rc_box_new0 (CabImportFile);

  file->path = g_strdup (asked->path);
  file->name = dup_shown_name (asked->path);
  if (!cab_import_kind_find (asked->path, &file->kind, cancellable, error))
    {
      cab_file_fault_read (error, asked->path);
      return NULL;
    }
  if (!begin (file, practice, asked, cancellable, error))
    return NULL;

  return g_steal_pointer (&file);
}

gpointer
cab_import_people_job (CabPractice *practice,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  const CabImportAsked *asked = data;
  g_autoptr (CabImportPlan) plan = cab_import_plan_new (asked->file);
  CabClientCsv *csv
      = cab_client_import_read (practice, asked->file->bytes, asked->file->name, asked->map, error);

  if (csv == NULL)
    return NULL;

  plan->people = cab_client_import_look (practice, csv, asked->status, cab_progress_count,
                                         asked->progress, cancellable, error);

  return plan->people != NULL ? g_steal_pointer (&plan) : NULL;
}

static CabMoodDiary *
read_daylio (const CabImportAsked *asked, const char *latest, GError **error)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (CabMoodLevel));

  for (guint i = 0; i < asked->moods->len; i++)
    {
      const CabMoodLevel level
          = { asked->moods->pdata[i], g_array_index (asked->levels, guint, i) };

      g_array_append_val (levels, level);
    }

  return cab_mood_diary_new_from_daylio (asked->file->bytes, asked->file->name, asked->client_id,
                                         latest, (const CabMoodLevel *)levels->data, levels->len,
                                         error);
}

static gboolean
add_columns (const CabImportAsked *asked, GArray *columns, GError **error)
{
  for (guint i = 0; i < asked->numbers->len; i++)
    {
      const CabImportNumber *number = asked->numbers->pdata[i];
      CabMoodColumn column = { .heading = number->heading, .unit = number->unit };

      if (!cab_mood_column_set_range (&column, number->minimum, number->maximum))
        {
          /* Translators: %s is the heading of a column */
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("“%s” needs a least and a greatest number. Nothing was changed."),
                       number->heading);
          return FALSE;
        }
      g_array_append_val (columns, column);
    }

  return TRUE;
}

static CabMoodDiary *
read_own (const CabImportAsked *asked, const char *latest, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (CabMoodColumn));
  CabMoodColumns columns = { .date = asked->date,
                             .order = asked->order,
                             .time = asked->time,
                             .words = asked->words,
                             .note = asked->note };

  if (!add_columns (asked, numbers, error))
    return NULL;

  columns.numbers = (const CabMoodColumn *)numbers->data;
  columns.n_numbers = numbers->len;

  return cab_mood_diary_new_from_table (asked->file->bytes, asked->file->name, asked->client_id,
                                        latest, &columns, error);
}

gpointer
cab_import_diary_job (CabPractice *practice,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  const CabImportAsked *asked = data;
  g_autoptr (CabImportPlan) plan = cab_import_plan_new (asked->file);
  g_autoptr (CabRecord) client
      = cab_practice_load (practice, &cab_client_kind, asked->client_id, error);
  g_autofree char *latest = NULL;
  CabMoodDiary *diary;

  /* Whose diary may not be read is not quoted either. */
  if (client == NULL || !cab_mood_import_check_client (practice, client, error))
    return NULL;

  latest = cab_mood_import_dup_latest (practice, asked->zone);
  diary
      = asked->date != NULL ? read_own (asked, latest, error) : read_daylio (asked, latest, error);
  if (diary == NULL)
    return NULL;

  plan->moods = cab_mood_import_look (practice, client, asked->zone, diary, error);

  return plan->moods != NULL ? g_steal_pointer (&plan) : NULL;
}

/* [W-97] Where backups go, else beside the practice: one that is asked for is made. */
static gboolean
back_up (CabPractice *practice,
         const CabImportAsked *asked,
         GCancellable *cancellable,
         GError **error)
{
  CabVault *vault = cab_practice_get_vault (practice);
  g_autofree char *chosen = cab_practice_dup_preference (practice, FOLDER_PREFERENCE);
  g_autofree char *folder
      = chosen != NULL ? g_strdup (chosen) : g_path_get_dirname (cab_vault_get_path (vault));
  g_autofree char *path = NULL;
  const CabCopyWatch watch = {
    .rows = cab_store_walk_rows,
    .adopt = cab_erasure_apply_tombstones,
    .progress = cab_progress_update,
    .progress_data = asked->progress,
  };

  return cab_backup_make (vault, folder, &watch, &path, cancellable, error);
}

static gboolean
run (CabPractice *practice, const CabImportAsked *asked, GCancellable *cancellable, GError **error)
{
  CabImportPlan *plan = asked->plan;

  if (plan->people != NULL)
    return cab_client_import_run (plan->people, practice, cab_progress_count, asked->progress,
                                  cancellable, error)
           && cab_client_map_save (asked->map, practice, error);
  if (plan->moods != NULL)
    return cab_mood_import_run (plan->moods, practice, cab_progress_count, asked->progress,
                                cancellable, error);

  return cab_import_run (practice, plan->file->source, plan->file->bundle, &plan->n_written,
                         cab_progress_count, asked->progress, cancellable, error);
}

gpointer
cab_import_run_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabImportAsked *asked = data;

  if ((asked->backs_up && !back_up (practice, asked, cancellable, error))
      || !run (practice, asked, cancellable, error))
    return NULL;

  return cab_import_plan_ref (asked->plan);
}

static gboolean
write_text (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  return g_output_stream_write_all (stream, data, strlen (data), NULL, cancellable, error);
}

gpointer
cab_import_map_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabImportAsked *asked = data;
  g_autofree char *text = cab_client_map_dup_text (asked->map);
  g_autoptr (GFile) file = g_file_new_for_path (asked->map_path);

  return cab_file_write (file, write_text, text, cancellable, error) ? g_strdup (asked->map_path)
                                                                     : NULL;
}

static gboolean
write_rejects (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  return cab_client_csv_write_rejects (data, stream, error);
}

gpointer
cab_import_rejects_job (CabPractice *practice,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  const CabImportAsked *asked = data;
  g_autoptr (GFile) file = g_file_new_for_path (asked->rejects);

  return cab_file_write (file, write_rejects, asked->plan->people->csv, cancellable, error)
             ? g_strdup (asked->rejects)
             : NULL;
}
