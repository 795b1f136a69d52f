/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-client-csv.h"
#include "cab-client.h"
#include "cab-import.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabClientMatch:
 * @CAB_CLIENT_MATCH_NEW: nobody of the practice
 * @CAB_CLIENT_MATCH_SAME: came from there before, and nothing has changed
 * @CAB_CLIENT_MATCH_DIFFERENT: came from there before, and something is written
 *   differently now
 * @CAB_CLIENT_MATCH_POSSIBLY: has the given name, family name and birth date of
 *   somebody else; a person decides
 *
 * Whether the practice knows a person of the table. Source: bundle.md [B-83].
 */
typedef enum
{
  CAB_CLIENT_MATCH_NEW,
  CAB_CLIENT_MATCH_SAME,
  CAB_CLIENT_MATCH_DIFFERENT,
  CAB_CLIENT_MATCH_POSSIBLY
} CabClientMatch;

#define CAB_N_CLIENT_MATCHES (CAB_CLIENT_MATCH_POSSIBLY + 1)

/**
 * CabClientCandidate:
 * @row: the row's number in the table, the heading being 1
 * @match: whether the practice knows the person
 * @client: (nullable): the record that would be made; %NULL for the same and the different
 * @known: (nullable): whom the person is or may be: a stored client, or the @client
 *   of an earlier row
 * @differing: (element-type utf8) (nullable): for the different: the fields
 * @is_ticked: for the possibly same: a person said that it is somebody else
 *
 * One person of the table beside the practice.
 */
typedef struct
{
  guint row;
  CabClientMatch match;
  CabRecord *client;
  CabRecord *known;
  GPtrArray *differing;
  gboolean is_ticked;
} CabClientCandidate;

/**
 * CabClientImport:
 * @csv: the table; rows that a rule of the practice refuses are among its faults
 * @candidates: (element-type CabClientCandidate): in the order of the table
 * @counts: how many of each match
 * @n_died: how many of the new have died
 * @n_former_names: how many of the new have a former name
 * @n_columns_left: how many columns are not taken
 *
 * What an import would do.
 */
typedef struct
{
  CabClientCsv *csv;
  GPtrArray *candidates;
  guint counts[CAB_N_CLIENT_MATCHES];
  guint n_died;
  guint n_former_names;
  guint n_columns_left;
} CabClientImport;

/**
 * cab_client_import_read:
 * @practice: the practice they would come to
 * @bytes: the file
 * @name: its name, for sentences
 * @map: how to understand it
 * @error: return location
 *
 * Reads a table of people with the practice's today and its age of majority.
 *
 * Errors: as cab_client_csv_read(). Thread: the vault's. Source: bundle.md [B-84].
 *
 * Returns: (transfer full): the table
 */
CabClientCsv *cab_client_import_read (CabPractice *practice,
                                      GBytes *bytes,
                                      const char *name,
                                      CabClientMap *map,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_client_import_look:
 * @practice: the practice they would come to
 * @csv: (transfer full): the table
 * @status: %CAB_CLIENT_STATUS_ENQUIRY or %CAB_CLIENT_STATUS_ARCHIVED
 * @progress: (nullable): told how many rows were looked at
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Looks at what an import would do; writes nothing. Each new person is checked
 * by every rule of the kind client.
 *
 * Who has a `source` is known by it alone: a value that is stated in the table
 * and differs makes a conflict, an empty cell says nothing. Who has none is
 * possibly the same as whoever has equal given name, family name and birth
 * date, be it in an earlier row.
 *
 * Errors: those of reading the practice; %G_IO_ERROR_CANCELLED.
 * Thread: the vault's. Source: bundle.md [B-83], [B-84], records.md [M-22].
 *
 * Returns: (transfer full): the preview
 */
CabClientImport *cab_client_import_look (CabPractice *practice,
                                         CabClientCsv *csv,
                                         CabClientStatus status,
                                         CabImportProgress progress,
                                         gpointer data,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

void cab_client_import_free (CabClientImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabClientImport, cab_client_import_free)

/** cab_client_import_count_taken: Returns: how many clients cab_client_import_run() makes */
guint cab_client_import_count_taken (const CabClientImport *self);

/**
 * cab_client_import_run:
 * @self: a preview
 * @practice: the practice that was looked at
 * @progress: (nullable): told how many of them are clients now
 * @data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Makes a client of each new person, and of each possibly same one that was
 * ticked, in one transaction with one audit row `import` beside their own. Whom
 * the practice knows stays as he is.
 *
 * Nobody gets a consent, and no basis is set [M-22]. Who has died is archived.
 *
 * Errors: %CAB_EXPORT_ERROR_CLIENT_ROWS while a row is at fault, naming it;
 * as cab_practice_save(); %G_IO_ERROR_CANCELLED. Nothing is then written.
 * Thread: the vault's. Source: bundle.md [B-83], [B-84], records.md [M-17].
 *
 * Returns: %TRUE when all of them are on disk
 */
gboolean cab_client_import_run (const CabClientImport *self,
                                CabPractice *practice,
                                CabImportProgress progress,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
