/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-import.h"
#include "cab-xml-reader.h"

G_BEGIN_DECLS

/*
 * CabImportWalk: one reading of a bundle's record.xml against the practice, by
 * the preview and again by the run, so that both judge alike. Private to the
 * import.
 */

typedef enum
{
  CAB_IMPORT_NEW,
  CAB_IMPORT_SAME,
  CAB_IMPORT_CONFLICT,
  CAB_IMPORT_ERASED,
  CAB_IMPORT_UNDECIDED,
  CAB_IMPORT_LEFT /* goes with another that stays away */
} CabImportVerdict;

typedef struct _CabImportWalk CabImportWalk;

/* Takes a record with its verdict; @mine is what is here, when something is. */
typedef gboolean (*CabImportTake) (CabImportWalk *walk,
                                   CabRecord *record,
                                   CabRecord *mine,
                                   CabImportVerdict verdict,
                                   GError **error);

struct _CabImportWalk
{
  /* Borrowed */
  CabPractice *practice;
  CabBundleSource *source;
  GCancellable *cancellable;
  CabImportTake take;
  gpointer data;

  /* Owned */
  CabXmlFacts facts;
  GHashTable *gone;  /* ids that do not come in, to their verdict */
  GHashTable *files; /* blob id to the name of its file */
  GHashTable *blobs; /* id of a blob to the line it stands in */
  GHashTable *names; /* (nullable): clients here by name and birth date */

  /* State */
  gboolean adopts;
  const GPtrArray *namesakes; /* (nullable): about whom was decided */
  guint64 line;               /* of the record being taken */
};

void cab_import_walk_init (CabImportWalk *self,
                           CabPractice *practice,
                           CabBundleSource *source,
                           gboolean adopts,
                           GCancellable *cancellable);
void cab_import_walk_clear (CabImportWalk *self);

/** cab_import_walk_run: reads record.xml from its first record to its last */
gboolean
cab_import_walk_run (CabImportWalk *self, CabImportTake take, gpointer data, GError **error);

/** cab_import_walk_leave: a record stays away, and what hangs on it */
void cab_import_walk_leave (CabImportWalk *self, CabRecord *record);

/** cab_import_walk_open_blob: Returns: (transfer full): the bytes of a blob, from the bundle */
GInputStream *cab_import_walk_open_blob (CabImportWalk *self, const char *blob_id, GError **error);

/** cab_import_walk_check_files: every file is named, every blob has one */
gboolean cab_import_walk_check_files (CabImportWalk *self, GError **error);

/* How the texts of a note in the bundle stand to those here, by its id. */
typedef enum
{
  CAB_IMPORT_VERSIONS_GROW = 1 << 0, /* there are versions that are not here */
  CAB_IMPORT_VERSIONS_FORK = 1 << 1, /* here another one stands in the place of one */
  CAB_IMPORT_ADDENDA_FORK = 1 << 2   /* the same of addenda */
} CabImportChain;

/**
 * cab_import_find_twin:
 * @practice: a practice
 * @record: a record whose id is not here
 * @found: (out) (nullable): one that is here in its place: of the same name, for
 *   the same purpose, of the same number
 * @error: return location
 *
 * Returns: %TRUE when it looked
 */
gboolean
cab_import_find_twin (CabPractice *practice, CabRecord *record, CabRecord **found, GError **error);

/** cab_import_is_link: Returns: whether records of that kind make a chain with digests */
gboolean cab_import_is_link (const CabKind *kind);

/** cab_import_get_whole: Returns: (nullable): id of what a record is a part of, and comes with */
const char *cab_import_get_whole (CabRecord *part);

/** cab_import_get_version: Returns: (nullable): id of the last version, of a kind of note */
const char *cab_import_get_version (CabRecord *note);

/** cab_import_note_link: remembers in @chains that @link is not here, or another in its place */
void cab_import_note_link (GHashTable *chains, CabRecord *link, gboolean is_twin);

/** cab_import_is_off_chain: Returns: whether an addendum follows one that stays away */
gboolean cab_import_is_off_chain (GHashTable *chains, CabRecord *link);

/** cab_import_allows: Returns: whether @choice can happen to a record that differs */
gboolean cab_import_allows (GHashTable *chains,
                            CabRecord *theirs,
                            CabRecord *mine,
                            CabImportConflicts choice);

/** cab_import_is_importable: Errors: DATA_NOT_IMPORTABLE, DATA_PARTIAL_AS_TRANSFER, XML_PROFILE */
gboolean cab_import_is_importable (CabBundleSource *source,
                                   const char *profile,
                                   const char *root,
                                   GError **error);

G_END_DECLS
