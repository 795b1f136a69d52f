/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-codes-row.h"

#include <glib/gi18n.h>

struct _CabCodesRow
{
  AdwExpanderRow parent_instance;

  const CabCodes *codes;

  /* Owned by the row's list */
  GPtrArray *switches; /* of AdwSwitchRow, one a code */

  /* State */
  guint is_setting : 1;
};

enum
{
  PROP_TEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabCodesRow, cab_codes_row, ADW_TYPE_EXPANDER_ROW)

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Sorted by their own letters, as they are stored [M-2]. */
static char *
dup_text (CabCodesRow *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->switches->len; i++)
    if (adw_switch_row_get_active (self->switches->pdata[i]))
      g_ptr_array_add (chosen, (gpointer)self->codes->codes[i].code);
  g_ptr_array_sort (chosen, compare_words);
  g_ptr_array_add (chosen, NULL);

  return g_strjoinv (" ", (char **)chosen->pdata);
}

static void
show_chosen (CabCodesRow *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->switches->len; i++)
    if (adw_switch_row_get_active (self->switches->pdata[i]))
      g_ptr_array_add (labels, (gpointer)_ (self->codes->codes[i].label));
  g_ptr_array_add (labels, NULL);
  /* Translators: between the items of a list that a person has chosen */
  text = g_strjoinv (_ (", "), (char **)labels->pdata);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), *text != '\0' ? text : _ ("None"));
}

static void
on_switched_cb (CabCodesRow *self)
{
  if (self->is_setting)
    return;

  show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

CabCodesRow *
cab_codes_row_new (const CabCodes *codes)
{
  CabCodesRow *self = g_object_new (CAB_TYPE_CODES_ROW, NULL);

  self->codes = codes;
  for (gsize i = 0; i < codes->n_codes; i++)
    {
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (codes->codes[i].label));
      g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->switches, row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
  show_chosen (self);

  return self;
}

static void
set_text (CabCodesRow *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  self->is_setting = TRUE;
  for (guint i = 0; i < self->switches->len; i++)
    adw_switch_row_set_active (
        self->switches->pdata[i],
        g_strv_contains ((const char *const *)words, self->codes->codes[i].code));
  self->is_setting = FALSE;
  show_chosen (self);
}

static void
cab_codes_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_take_string (value, dup_text (CAB_CODES_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_codes_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TEXT:
      set_text (CAB_CODES_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_codes_row_finalize (GObject *object)
{
  g_ptr_array_unref (CAB_CODES_ROW (object)->switches);

  G_OBJECT_CLASS (cab_codes_row_parent_class)->finalize (object);
}

static void
cab_codes_row_class_init (CabCodesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_codes_row_get_property;
  object_class->set_property = cab_codes_row_set_property;
  object_class->finalize = cab_codes_row_finalize;

  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_codes_row_init (CabCodesRow *self)
{
  self->switches = g_ptr_array_new ();
}
