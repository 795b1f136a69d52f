/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-start-page.h"

struct _CabStartPage
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *busy_stack;
};

G_DEFINE_FINAL_TYPE (CabStartPage, cab_start_page, ADW_TYPE_BIN)

void
cab_start_page_set_busy (CabStartPage *self, gboolean is_busy)
{
  g_return_if_fail (CAB_IS_START_PAGE (self));

  gtk_stack_set_visible_child_name (self->busy_stack, is_busy ? "busy" : "choices");
}

static void
cab_start_page_class_init (CabStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/unlock/cab-start-page.ui");
  gtk_widget_class_set_css_name (widget_class, "start-page");
  gtk_widget_class_bind_template_child (widget_class, CabStartPage, busy_stack);
}

static void
cab_start_page_init (CabStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
