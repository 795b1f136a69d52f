/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-build-private.h"

#include "cab-bag-verify.h"
#include "cab-bundle-source.h"
#include "cab-export-error.h"
#include "cab-xml-reader.h"

#include <string.h>

/* A fault in what we have just made ourselves is ours, whatever it is called. */
static gboolean
set_faulty (GError **error, const GError *fault)
{
  if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (fault));
      return FALSE;
    }

  return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_VERIFY, NULL, 0,
                               fault->domain == CAB_EXPORT_ERROR
                                   ? cab_export_error_get_name ((CabExportError)fault->code)
                                   : fault->message);
}

typedef struct
{
  CabBundleMeter *meter;
  guint64 from;
} Reading;

static void
on_read_cb (guint64 done, guint64 total, gpointer data)
{
  const Reading *reading = data;

  cab_bundle_meter_move (reading->meter, reading->from, done, total);
}

static gboolean
check_bag (CabBundleExport *self, CabBundleSource *source, GError **error)
{
  Reading reading = { &self->meter, self->meter.done };
  g_autoptr (GError) fault = NULL;
  g_autoptr (CabBagReport) report
      = cab_bag_verify (source, CAB_BAG_RULES_CABINET, NULL, NULL, on_read_cb, &reading,
                        self->meter.cancellable, &fault);

  if (report == NULL)
    return set_faulty (error, fault);
  if (report->faults->len > 0)
    return set_faulty (error, g_ptr_array_index (report->faults, 0));

  /* What the rows will say must be what lies there. */
  if (g_strcmp0 (report->tagmanifest_sha512, self->tagmanifest_sha512) != 0)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_VERIFY, NULL, 0,
                                 "tagmanifest-sha512.txt");

  return TRUE;
}

static gboolean
check_part (CabBundleExport *self,
            CabBundleSource *source,
            const char *path,
            const char *root,
            GError **error)
{
  int position = cab_bundle_source_find (source, path);
  g_autoptr (GInputStream) stream = NULL;
  g_auto (CabXmlFacts) facts = { 0 };
  g_autoptr (GError) fault = NULL;

  if (position < 0)
    return TRUE;

  stream = cab_bundle_source_open_file (source, (guint)position, &fault);
  if (stream == NULL
      || !cab_xml_check (stream, path,
                         self->plan->rules->one_client ? CAB_SCHEMA_CHECK_ALL
                                                       : CAB_SCHEMA_CHECK_SHAPE,
                         &facts, self->meter.cancellable, &fault))
    return set_faulty (error, fault);

  return strcmp (facts.root, root) == 0
         || cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_VERIFY, NULL, 0, path);
}

/* In the bundle of a whole practice the references are those of the file, which
 * holds them itself; asking the schema for them would take memory for each. */
gboolean
cab_bundle_check (CabBundleExport *self, GError **error)
{
  const char *root = self->plan->rules->external_ids ? "extract" : "record";
  g_autoptr (GError) fault = NULL;
  g_autoptr (CabBundleSource) source = cab_bundle_source_open (
      cab_staging_get_path (self->staging), cab_bundle_scope_get_passphrase (self->scope), &fault);

  if (source == NULL)
    return set_faulty (error, fault);

  return check_bag (self, source, error)
         && check_part (self, source, "data/record.xml", root, error)
         && check_part (self, source, "data/journal.xml", "journal", error);
}
