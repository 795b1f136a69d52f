/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-privacy-page.h"

#include "cab-activity-view.h"
#include "cab-disclosures-view.h"
#include "cab-placed.h"

struct _CabPrivacyPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;

  /* Template */
  AdwViewStack *view_stack;
};

enum
{
  PROP_PRACTICE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void cab_privacy_page_placed_init (CabPlacedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabPrivacyPage,
                               cab_privacy_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_PLACED,
                                                      cab_privacy_page_placed_init))

static void
cab_privacy_page_keep_place (CabPlaced *placed, CabPlace *place)
{
  CabPrivacyPage *self = CAB_PRIVACY_PAGE (placed);

  g_set_str (&place->view, adw_view_stack_get_visible_child_name (self->view_stack));
}

static void
cab_privacy_page_take_place (CabPlaced *placed, const CabPlace *place)
{
  if (place->view != NULL)
    adw_view_stack_set_visible_child_name (CAB_PRIVACY_PAGE (placed)->view_stack, place->view);
}

static void
cab_privacy_page_placed_init (CabPlacedInterface *iface)
{
  iface->keep_place = cab_privacy_page_keep_place;
  iface->take_place = cab_privacy_page_take_place;
}

static void
cab_privacy_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_PRIVACY_PAGE (object)->practice);
}

static void
cab_privacy_page_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CAB_PRIVACY_PAGE (object)->practice = g_value_dup_object (value);
}

static void
cab_privacy_page_dispose (GObject *object)
{
  g_clear_object (&CAB_PRIVACY_PAGE (object)->practice);

  G_OBJECT_CLASS (cab_privacy_page_parent_class)->dispose (object);
}

static void
cab_privacy_page_class_init (CabPrivacyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_privacy_page_get_property;
  object_class->set_property = cab_privacy_page_set_property;
  object_class->dispose = cab_privacy_page_dispose;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_ACTIVITY_VIEW);
  g_type_ensure (CAB_TYPE_DISCLOSURES_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/privacy/cab-privacy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabPrivacyPage, view_stack);
}

static void
cab_privacy_page_init (CabPrivacyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
