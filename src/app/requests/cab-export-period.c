/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-period.h"

#include <glib/gi18n.h>

#include "cab-refusal-row.h"
#include "cab-when.h"

struct _CabExportPeriod
{
  AdwExpanderRow parent_instance;

  gboolean is_six_years;

  /* Template */
  AdwEntryRow *first_row;
  CabRefusalRow *first_refusal_row;
  AdwEntryRow *last_row;
  CabRefusalRow *last_refusal_row;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabExportPeriod, cab_export_period, ADW_TYPE_EXPANDER_ROW)

static char *
dup_typed (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* A year, a month or a day; %FALSE for anything else, which @text then is too. */
static gboolean
read_day (AdwEntryRow *row, char **text)
{
  *text = dup_typed (row);
  if (**text == '\0')
    g_clear_pointer (text, g_free);

  return *text == NULL || cab_when_is_partial_date (*text);
}

gboolean
cab_export_period_read (CabExportPeriod *self, char **first, char **last)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  gboolean is_read;

  g_return_val_if_fail (CAB_IS_EXPORT_PERIOD (self), FALSE);

  is_read = read_day (self->first_row, &from);
  is_read = read_day (self->last_row, &until) && is_read;
  if (!is_read)
    return FALSE;

  *first = g_steal_pointer (&from);
  *last = g_steal_pointer (&until);
  return TRUE;
}

char *
cab_export_period_dup_words (CabExportPeriod *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (CAB_IS_EXPORT_PERIOD (self), NULL);

  if (!cab_export_period_read (self, &first, &last))
    return g_strdup (_ ("A day is not complete yet"));

  if (first != NULL && last != NULL)
    /* Translators: the first and the last day of a period, as 2025-10-03 */
    return g_strdup_printf (_ ("From %1$s until %2$s"), first, last);
  if (first != NULL)
    return g_strdup_printf (_ ("From %s"), first);
  if (last != NULL)
    return g_strdup_printf (_ ("Until %s"), last);

  return g_strdup (self->is_six_years ? _ ("The last six years") : _ ("All times"));
}

static void
update_subtitle (CabExportPeriod *self)
{
  g_autofree char *words = cab_export_period_dup_words (self);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
}

void
cab_export_period_set_six_years (CabExportPeriod *self, gboolean is_six_years)
{
  g_return_if_fail (CAB_IS_EXPORT_PERIOD (self));

  self->is_six_years = is_six_years;
  update_subtitle (self);
}

static void
on_changed_cb (CabExportPeriod *self)
{
  update_subtitle (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What is typed is told to be no day only when the person has gone on: a date that is half
 * typed is no mistake. */
static void
on_left_cb (CabExportPeriod *self)
{
  AdwEntryRow *const rows[] = { self->first_row, self->last_row };
  CabRefusalRow *const refusals[] = { self->first_refusal_row, self->last_refusal_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *sentence = NULL;

      if (!read_day (rows[i], &text))
        sentence = g_strdup_printf (_ ("“%s” can’t be read as a day. Write it as 2026-03-31."), text);
      cab_refusal_row_show (refusals[i], GTK_WIDGET (rows[i]), sentence);
    }
}

static void
cab_export_period_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAB_TYPE_EXPORT_PERIOD);

  G_OBJECT_CLASS (cab_export_period_parent_class)->dispose (object);
}

static void
cab_export_period_class_init (CabExportPeriodClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_export_period_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CAB_TYPE_EXPORT_PERIOD, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CAB_TYPE_REFUSAL_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/requests/cab-export-period.ui");
  gtk_widget_class_bind_template_child (widget_class, CabExportPeriod, first_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportPeriod, first_refusal_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportPeriod, last_row);
  gtk_widget_class_bind_template_child (widget_class, CabExportPeriod, last_refusal_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
watch_leaving (CabExportPeriod *self, AdwEntryRow *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

static void
cab_export_period_init (CabExportPeriod *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_leaving (self, self->first_row);
  watch_leaving (self, self->last_row);
  update_subtitle (self);
}
