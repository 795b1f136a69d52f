/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-progress.h"

#define INTERVAL_US (G_USEC_PER_SEC / 20)
#define THOUSAND 1000

struct _CabProgress
{
  GObject parent_instance;

  /* State; atomic, for two threads see it */
  int permille;
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

static gboolean
on_tell_cb (gpointer data)
{
  CabProgress *self = data;

  g_atomic_int_set (&self->is_told, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);

  return G_SOURCE_REMOVE;
}

void
cab_progress_update (guint64 done, guint64 total, gpointer progress)
{
  CabProgress *self = progress;
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (CAB_IS_PROGRESS (self));

  if (total == 0)
    return;

  g_atomic_int_set (&self->permille, (int)(MIN (done, total) * THOUSAND / total));
  if ((done < total && now - self->told_us < INTERVAL_US)
      || !g_atomic_int_compare_and_exchange (&self->is_told, 0, 1))
    return;

  self->told_us = now;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_tell_cb, g_object_ref (self), g_object_unref);
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
