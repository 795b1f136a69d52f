/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-banner-slot.h"

#include "cab-notices.h"

struct _CabBannerSlot
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;

  /* Borrowed: the practice keeps it */
  CabNotices *notices;

  /* Template */
  AdwBanner *banner;
};

enum
{
  PROP_PRACTICE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabBannerSlot, cab_banner_slot, ADW_TYPE_BIN)

static void
update (CabBannerSlot *self)
{
  const CabNotice *notice = cab_notices_get_first (self->notices);

  /* What is going away stays readable while it slides. */
  if (notice != NULL)
    {
      adw_banner_set_title (self->banner, notice->title);
      adw_banner_set_button_label (self->banner, notice->button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), notice->action);
    }
  adw_banner_set_revealed (self->banner, notice != NULL);
}

static void
follow (CabBannerSlot *self, CabOpenPractice *practice)
{
  if (!g_set_object (&self->practice, practice) || practice == NULL)
    return;

  self->notices = cab_notices_get (practice);
  g_signal_connect_object (self->notices, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
cab_banner_slot_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_BANNER_SLOT (object)->practice);
}

static void
cab_banner_slot_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  follow (CAB_BANNER_SLOT (object), g_value_get_object (value));
}

static void
cab_banner_slot_dispose (GObject *object)
{
  g_clear_object (&CAB_BANNER_SLOT (object)->practice);

  G_OBJECT_CLASS (cab_banner_slot_parent_class)->dispose (object);
}

static void
cab_banner_slot_class_init (CabBannerSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_banner_slot_get_property;
  object_class->set_property = cab_banner_slot_set_property;
  object_class->dispose = cab_banner_slot_dispose;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/common/cab-banner-slot.ui");
  gtk_widget_class_bind_template_child (widget_class, CabBannerSlot, banner);
}

static void
cab_banner_slot_init (CabBannerSlot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
