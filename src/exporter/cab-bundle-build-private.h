/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-meter.h"
#include "cab-bundle-plan-private.h"
#include "cab-bundle-sink.h"
#include "cab-staging.h"

G_BEGIN_DECLS

/*
 * CabBundleExport: one export on its way.
 * @practice: borrowed
 * @scope: borrowed
 * @meter: how far it is
 * @bundle_id: the bundle's random UUID
 * @name: its name, `cabinet-access-7f3c9a2e`
 * @target: the path it will have
 * @plan: what goes
 * @staging: where it lies until it is released
 * @tagmanifest_sha512: what proves it
 * @n_files: how many files it has
 * @size: bytes of its content
 */
typedef struct
{
  CabPractice *practice;
  const CabBundleScope *scope;
  CabBundleMeter meter;
  char *bundle_id;
  char *name;
  char *target;
  CabBundlePlan *plan;
  CabStaging *staging;
  char *tagmanifest_sha512;
  guint n_files;
  guint64 size;
} CabBundleExport;

/* Writes the whole bundle into the staging, inside one read of the practice. */
gboolean cab_bundle_build (CabBundleExport *self, GError **error);

/* Reads it back as anyone else would: container, bag, schema. */
gboolean cab_bundle_check (CabBundleExport *self, GError **error);

/* [B-72] The rows that prove it, before it is released; @disclosure_id: (out). */
gboolean cab_bundle_prove (CabBundleExport *self, char **disclosure_id, GError **error);

/* What became of it afterwards: released, or not. */
void cab_bundle_note_released (CabBundleExport *self);
void
cab_bundle_note_failed (CabBundleExport *self, const char *disclosure_id, const GError *failure);

G_END_DECLS
