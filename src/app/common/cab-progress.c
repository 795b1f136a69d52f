/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-progress.h"

#include <glib/gi18n.h>

#define INTERVAL_US (G_USEC_PER_SEC / 20)
#define THOUSAND 1000

struct _CabProgress
{
  GObject parent_instance;

  /* State; atomic, for two threads see it */
  int permille;
  int n_done;
  int n_total; /* 0 while nothing is counted */
  int is_told;

  /* State of the thread that counts */
  gint64 told_us;
};

enum
{
  PROP_FRACTION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabProgress, cab_progress, G_TYPE_OBJECT)

CabProgress *
cab_progress_new (void)
{
  return g_object_new (CAB_TYPE_PROGRESS, NULL);
}

double
cab_progress_get_fraction (CabProgress *self)
{
  g_return_val_if_fail (CAB_IS_PROGRESS (self), 0.0);

  return g_atomic_int_get (&self->permille) / (double)THOUSAND;
}

char *
cab_progress_dup_counts (CabProgress *self)
{
  int n_total;

  g_return_val_if_fail (CAB_IS_PROGRESS (self), NULL);

  n_total = g_atomic_int_get (&self->n_total);

  /* Translators: how many are done, of how many */
  return n_total > 0
             ? g_strdup_printf (_ ("%1$d of %2$d"), g_atomic_int_get (&self->n_done), n_total)
             : NULL;
}

static gboolean
on_tell_cb (gpointer data)
{
  CabProgress *self = data;

  g_atomic_int_set (&self->is_told, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);

  return G_SOURCE_REMOVE;
}

static void
tell (CabProgress *self, guint64 done, guint64 total)
{
  gint64 now = g_get_monotonic_time ();

  g_atomic_int_set (&self->permille, (int)(MIN (done, total) * THOUSAND / total));
  if ((done < total && now - self->told_us < INTERVAL_US)
      || !g_atomic_int_compare_and_exchange (&self->is_told, 0, 1))
    return;

  self->told_us = now;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_tell_cb, g_object_ref (self), g_object_unref);
}

void
cab_progress_update (guint64 done, guint64 total, gpointer progress)
{
  CabProgress *self = progress;

  g_return_if_fail (CAB_IS_PROGRESS (self));

  g_atomic_int_set (&self->n_total, 0);
  if (total > 0)
    tell (self, done, total);
}

void
cab_progress_count (guint64 done, guint64 total, gpointer progress)
{
  CabProgress *self = progress;

  g_return_if_fail (CAB_IS_PROGRESS (self));

  g_atomic_int_set (&self->n_done, (int)MIN (done, G_MAXINT));
  g_atomic_int_set (&self->n_total, (int)MIN (total, G_MAXINT));
  if (total > 0)
    tell (self, done, total);
}

static void
cab_progress_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_double (value, cab_progress_get_fraction (CAB_PROGRESS (object)));
}

static void
cab_progress_class_init (CabProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = cab_progress_get_property;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
cab_progress_init (CabProgress *self)
{
}
