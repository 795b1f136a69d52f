/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-client-import.h"
#include "cab-client-map.h"
#include "cab-csv-peek.h"
#include "cab-import-kind.h"
#include "cab-import.h"
#include "cab-mood-import.h"
#include "cab-mood-table.h"
#include "cab-open-practice.h"
#include "cab-progress.h"

G_BEGIN_DECLS

/**
 * CabImportPerson:
 * @id: a client's id
 * @name: the shown name
 * @reference: the same, where nobody is named [W-28]
 */
typedef struct
{
  char *id;
  char *name;
  char *reference;
} CabImportPerson;

/**
 * CabImportFile:
 * @path: (type filename): the file
 * @name: its name, for sentences
 * @kind: a bundle, a diary or a table
 * @source: (nullable): an open bundle
 * @bundle: (nullable): what taking it in would do
 * @owners: (element-type CabRecord) (nullable): for each conflict of @bundle the
 *   client it belongs to, or %NULL
 * @bytes: (nullable): a table
 * @peek: (nullable): its beginning
 * @needs_encoding: how its letters are read cannot be told: @peek is a guess
 * @map: (nullable): how its columns are understood so far
 * @map_path: (type filename) (nullable): the file that said it
 * @map_names: (nullable): the maps that are kept
 * @moods: (element-type utf8) (nullable): moods of Daylio of which nobody said what they mean
 * @people: (element-type CabImportPerson) (nullable): whose diary it may be
 * @zone: the practice's time zone
 *
 * What was found in a file, before anything is decided. Counted by references;
 * written by the file's thread alone, before anybody else sees it.
 */
typedef struct
{
  char *path;
  char *name;
  CabImportKind kind;
  CabBundleSource *source;
  CabImportPreview *bundle;
  GPtrArray *owners;
  GBytes *bytes;
  CabCsvPeek *peek;
  gboolean needs_encoding;
  CabClientMap *map;
  char *map_path;
  GStrv map_names;
  GPtrArray *moods;
  GPtrArray *people;
  char *zone;
} CabImportFile;

CabImportFile *cab_import_file_ref (CabImportFile *self);
void cab_import_file_unref (CabImportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabImportFile, cab_import_file_unref)

/**
 * CabImportPlan:
 * @file: the file
 * @people: (nullable): the preview of a list of people
 * @moods: (nullable): the preview of a diary
 * @n_written: when it is done: how many records of a bundle came in
 *
 * What an import would do; with neither, what @file's bundle would. Counted by
 * references; what is ticked and chosen is the only thing that changes, and only
 * while no job has it.
 */
typedef struct
{
  CabImportFile *file;
  CabClientImport *people;
  CabMoodImport *moods;
  guint64 n_written;
} CabImportPlan;

/** cab_import_plan_new: Returns: (transfer full): a plan that takes in @file's bundle */
CabImportPlan *cab_import_plan_new (CabImportFile *file);
CabImportPlan *cab_import_plan_ref (CabImportPlan *self);
void cab_import_plan_unref (CabImportPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabImportPlan, cab_import_plan_unref)

/**
 * CabImportNumber:
 * @heading: a column of numbers
 * @unit: (nullable): in what it is counted
 * @minimum: the least, as typed
 * @maximum: the greatest, as typed
 */
typedef struct
{
  char *heading;
  char *unit;
  char *minimum;
  char *maximum;
} CabImportNumber;

/**
 * CabImportAsked:
 * @path: (type filename) (nullable): for cab_import_begin_job()
 * @passphrase: (nullable): of an encrypted bundle
 * @encoding: how a table is read; unknown: as it shows, or as the map says
 * @map_name: (nullable): which map is begun with
 * @map_path: (type filename) (nullable): the file it is in: to be read by
 *   cab_import_begin_job(), or written by cab_import_map_job()
 * @file: (nullable): for the looks: what was found
 * @map: (nullable): how the columns of a list are understood
 * @status: what its people become
 * @client_id: (nullable): whose diary it is
 * @zone: (nullable): where it was kept
 * @moods: (element-type utf8): the client's own moods, and
 * @levels: (element-type guint): what each means, 1 to 5
 * @date: (nullable): the column of the day; none: the table is Daylio's
 * @time: (nullable): that of the time
 * @words: (nullable): that of the words
 * @note: (nullable): that of the note
 * @order: how its dates are written; unknown: as it shows
 * @numbers: (element-type CabImportNumber): its columns of numbers
 * @plan: (nullable): for the run and the rejects: what was looked at
 * @backs_up: whether a backup is made first
 * @rejects: (type filename) (nullable): where rows at fault go
 * @progress: (nullable): told how far it is
 *
 * What a person has said about an import so far, on its way to the file's thread.
 */
typedef struct
{
  char *path;
  CabSecret *passphrase;
  CabCsvEncoding encoding;
  char *map_name;
  char *map_path;
  CabImportFile *file;
  CabClientMap *map;
  CabClientStatus status;
  char *client_id;
  char *zone;
  GPtrArray *moods;
  GArray *levels;
  char *date;
  char *time;
  char *words;
  char *note;
  CabDateOrder order;
  GPtrArray *numbers;
  CabImportPlan *plan;
  gboolean backs_up;
  char *rejects;
  CabProgress *progress;
} CabImportAsked;

/** cab_import_asked_new: Returns: (transfer full): nothing said yet */
CabImportAsked *cab_import_asked_new (void);
void cab_import_asked_free (CabImportAsked *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabImportAsked, cab_import_asked_free)

/** cab_import_asked_add_number: adds a column of numbers */
void cab_import_asked_add_number (CabImportAsked *self,
                                  const char *heading,
                                  const char *minimum,
                                  const char *maximum,
                                  const char *unit);

/** cab_import_begin_job: a #CabJobFunc: #CabImportAsked to #CabImportFile; refuses by [B-78] */
gpointer cab_import_begin_job (CabPractice *practice,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

/** cab_import_people_job: a #CabJobFunc: #CabImportAsked to #CabImportPlan for a list of people */
gpointer cab_import_people_job (CabPractice *practice,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

/** cab_import_diary_job: a #CabJobFunc: #CabImportAsked to #CabImportPlan for a diary */
gpointer cab_import_diary_job (CabPractice *practice,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

/** cab_import_run_job: a #CabJobFunc: #CabImportAsked to a copy of its plan, which is done */
gpointer cab_import_run_job (CabPractice *practice,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);

/** cab_import_rejects_job: a #CabJobFunc: writes the rows at fault to a new file, gives its path */
gpointer cab_import_rejects_job (CabPractice *practice,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

/** cab_import_map_job: a #CabJobFunc: writes how columns are understood to a file, gives its path
 */
gpointer cab_import_map_job (CabPractice *practice,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
