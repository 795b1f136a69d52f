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
  CAB_IMPORT_ERASED
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
  GHashTable *gone;  /* ids that do not come in, as a set */
  GHashTable *files; /* blob id to the name of its file */
  GHashTable *blobs; /* id of a blob to the line it stands in */

  /* State */
  gboolean adopts;
  guint64 line; /* of the record being taken */
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

/** cab_import_walk_open_blob: Returns: (transfer full): the bytes of a blob, from the bundle */
GInputStream *cab_import_walk_open_blob (CabImportWalk *self, const char *blob_id, GError **error);

/** cab_import_walk_check_files: every file is named, every blob has one */
gboolean cab_import_walk_check_files (CabImportWalk *self, GError **error);

/** cab_import_is_importable: Errors: DATA_NOT_IMPORTABLE, DATA_PARTIAL_AS_TRANSFER, XML_PROFILE */
gboolean cab_import_is_importable (CabBundleSource *source,
                                   const char *profile,
                                   const char *root,
                                   GError **error);

G_END_DECLS
