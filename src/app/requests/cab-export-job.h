/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle.h"
#include "cab-open-practice.h"
#include "cab-progress.h"
#include "cab-withhold.h"

G_BEGIN_DECLS

/**
 * CabExportAsked:
 * @profile: which bundle
 * @client_id: (nullable): whose; %NULL for the whole practice
 * @process_notes: what was said about process notes
 * @kinds: (nullable): the kinds of a transfer, as cab_bundle_scope_set_kinds() takes them
 * @first: (nullable): the first day of the period, as cab_bundle_scope_set_period() takes it
 * @last: (nullable): its last day
 * @recipient: (nullable): to whom
 * @ground: (nullable): on what ground, a constant; %NULL for the profile's own
 * @channel: (nullable): how it is handed over
 * @asked_by: (nullable): who asked for no encryption; %NULL encrypts
 * @passphrase: (nullable): the bundle's
 * @path: (nullable): where it goes
 * @withheld: (element-type utf8): pairs: a record's id, a ground's code
 * @n_records: how many records go, which @progress counts
 * @progress: (nullable): told how far it is
 *
 * What a person has said about a bundle so far, on its way to the file's thread.
 */
typedef struct
{
  CabBundleProfile profile;
  char *client_id;
  CabBundleChoice process_notes;
  char *kinds;
  char *first;
  char *last;
  char *recipient;
  const char *ground;
  const char *channel;
  char *asked_by;
  CabSecret *passphrase;
  char *path;
  GPtrArray *withheld;
  guint64 n_records;
  CabProgress *progress;
} CabExportAsked;

/** cab_export_asked_new: Returns: (transfer full): nothing said but the profile and the client */
CabExportAsked *cab_export_asked_new (CabBundleProfile profile, const char *client_id);
void cab_export_asked_free (CabExportAsked *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabExportAsked, cab_export_asked_free)

/** CabExportKind: of @kind, @n_held records of the client, or of everybody; @n_goes would go */
typedef struct
{
  const CabKind *kind;
  guint64 n_held;
  guint64 n_goes;
} CabExportKind;

/**
 * CabExportPreview:
 * @counts: what goes, in words
 * @stays: what is held and does not go, in words; "" when nothing stays
 * @n_records: how many records go
 * @kinds: (element-type CabExportKind): what can be ticked for a transfer
 * @client_name: (nullable): the client's shown name
 * @items: (element-type CabExportItem): what may be withheld one by one
 * @grounds: (element-type CabWithholdGround): the grounds that fit, not owned
 *
 * What would go, before anything is written.
 */
typedef struct
{
  char *counts;
  char *stays;
  guint64 n_records;
  GArray *kinds;
  char *client_name;
  GPtrArray *items;
  GPtrArray *grounds;
} CabExportPreview;

void cab_export_preview_free (CabExportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabExportPreview, cab_export_preview_free)

/** cab_export_preview_job: a #CabJobFunc: #CabExportAsked to #CabExportPreview */
gpointer cab_export_preview_job (CabPractice *practice,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

/** cab_export_job: a #CabJobFunc: #CabExportAsked to #CabBundleResult; writes the bundle */
gpointer
cab_export_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
