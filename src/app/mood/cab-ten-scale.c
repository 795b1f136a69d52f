/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-ten-scale.h"

#include <math.h>

#define MOST 10

struct _CabTenScale
{
  GtkScale parent_instance;

  /* State */
  guint is_stated : 1;
  guint is_one : 1; /* the last key was a 1, which a 0 makes 10 */
};

static guint answered_signal;

G_DEFINE_FINAL_TYPE (CabTenScale, cab_ten_scale, GTK_TYPE_SCALE)

static char *
format_answer (GtkScale *scale, double value, gpointer user_data)
{
  CabTenScale *self = CAB_TEN_SCALE (scale);

  return self->is_stated ? g_strdup_printf ("%d", (int)lround (value)) : g_strdup ("–");
}

/* The drawn number is made anew only by the function that makes it. */
static void
show_answer (CabTenScale *self)
{
  gtk_scale_set_format_value_func (GTK_SCALE (self), format_answer, NULL, NULL);
}

gboolean
cab_ten_scale_get_answer (CabTenScale *self, int *answer)
{
  g_return_val_if_fail (CAB_IS_TEN_SCALE (self), FALSE);

  if (self->is_stated)
    *answer = (int)lround (gtk_range_get_value (GTK_RANGE (self)));

  return self->is_stated;
}

void
cab_ten_scale_set_answer (CabTenScale *self, int answer)
{
  g_return_if_fail (CAB_IS_TEN_SCALE (self));

  self->is_stated = answer >= 0;
  self->is_one = FALSE;
  gtk_range_set_value (GTK_RANGE (self), MAX (answer, 0));
  show_answer (self);
}

void
cab_ten_scale_type (CabTenScale *self, int digit)
{
  gboolean is_ten;

  g_return_if_fail (CAB_IS_TEN_SCALE (self));

  is_ten = self->is_one && digit == 0;
  cab_ten_scale_set_answer (self, is_ten ? MOST : digit);
  self->is_one = digit == 1;
  g_signal_emit (self, answered_signal, 0);
}

static gboolean
on_digit_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  cab_ten_scale_type (CAB_TEN_SCALE (widget), g_variant_get_int32 (arguments));

  return GDK_EVENT_STOP;
}

/* By arrows, pointer or assistive technology. */
static gboolean
cab_ten_scale_change_value (GtkRange *range, GtkScrollType scroll, double value)
{
  cab_ten_scale_set_answer (CAB_TEN_SCALE (range), CLAMP ((int)lround (value), 0, MOST));
  g_signal_emit (range, answered_signal, 0);

  return GDK_EVENT_STOP;
}

/* GtkRange sets an adjustment of its own while it is constructed. */
static void
cab_ten_scale_constructed (GObject *object)
{
  G_OBJECT_CLASS (cab_ten_scale_parent_class)->constructed (object);

  gtk_range_set_adjustment (GTK_RANGE (object), gtk_adjustment_new (0, 0, MOST, 1, 2, 0));
  show_answer (CAB_TEN_SCALE (object));
}

static void
cab_ten_scale_class_init (CabTenScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cab_ten_scale_constructed;
  GTK_RANGE_CLASS (klass)->change_value = cab_ten_scale_change_value;

  answered_signal = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  for (guint digit = 0; digit < 10; digit++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + digit, 0, on_digit_cb, "i", digit);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + digit, 0, on_digit_cb, "i", digit);
    }
}

static void
cab_ten_scale_init (CabTenScale *self)
{
  gtk_range_set_round_digits (GTK_RANGE (self), 0);
  gtk_scale_set_digits (GTK_SCALE (self), 0);
  gtk_scale_set_draw_value (GTK_SCALE (self), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (self), GTK_POS_RIGHT);
}
