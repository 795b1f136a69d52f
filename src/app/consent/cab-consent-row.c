/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-consent-row.h"

struct _CabConsentRow
{
  AdwActionRow parent_instance;

  /* Owned */
  CabConsentItem *item;
};

enum
{
  PROP_ITEM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabConsentRow, cab_consent_row, ADW_TYPE_ACTION_ROW)

GtkWidget *
cab_consent_row_new (CabConsentItem *item)
{
  return g_object_new (CAB_TYPE_CONSENT_ROW, "item", item, NULL);
}

CabConsentItem *
cab_consent_row_get_item (CabConsentRow *self)
{
  g_return_val_if_fail (CAB_IS_CONSENT_ROW (self), NULL);

  return self->item;
}

static void
cab_consent_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_CONSENT_ROW (object)->item);
}

static void
cab_consent_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  CAB_CONSENT_ROW (object)->item = g_value_dup_object (value);
}

/* [W-132] As a click does it: activating the row itself does not tell its list. */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit_by_name (gtk_widget_get_parent (widget), "row-activated", widget);
}

static void
cab_consent_row_finalize (GObject *object)
{
  g_clear_object (&CAB_CONSENT_ROW (object)->item);

  G_OBJECT_CLASS (cab_consent_row_parent_class)->finalize (object);
}

static void
cab_consent_row_class_init (CabConsentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_consent_row_get_property;
  object_class->set_property = cab_consent_row_set_property;
  object_class->finalize = cab_consent_row_finalize;

  properties[PROP_ITEM]
      = g_param_spec_object ("item", NULL, NULL, CAB_TYPE_CONSENT_ITEM,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/consent/cab-consent-row.ui");
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_row);
}

static void
cab_consent_row_init (CabConsentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
