/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-leaving.h"

struct _CabLeaving
{
  AdwBin parent_instance;

  /* Template */
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (CabLeaving, cab_leaving, ADW_TYPE_BIN)

CabLeaving *
cab_leaving_new (CabProgress *progress)
{
  CabLeaving *self = g_object_new (CAB_TYPE_LEAVING, NULL);

  g_object_bind_property (progress, "fraction", self->progress_bar, "fraction",
                          G_BINDING_SYNC_CREATE);

  return self;
}

static void
cab_leaving_class_init (CabLeavingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/safety/cab-leaving.ui");
  gtk_widget_class_bind_template_child (widget_class, CabLeaving, progress_bar);
}

static void
cab_leaving_init (CabLeaving *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
