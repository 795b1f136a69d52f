/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-start-page.h"

#include "cab-recent-files.h"
#include "cab-recent-row.h"

struct _CabStartPage
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *busy_stack;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (CabStartPage, cab_start_page, ADW_TYPE_BIN)

void
cab_start_page_set_busy (CabStartPage *self, gboolean is_busy)
{
  g_return_if_fail (CAB_IS_START_PAGE (self));

  gtk_stack_set_visible_child_name (self->busy_stack, is_busy ? "busy" : "choices");
}

void
cab_start_page_reload (CabStartPage *self)
{
  g_auto (GStrv) paths = NULL;

  g_return_if_fail (CAB_IS_START_PAGE (self));

  paths = cab_recent_files_list ();
  gtk_list_box_remove_all (self->recent_list);
  for (guint i = 0; paths[i] != NULL; i++)
    gtk_list_box_append (self->recent_list, cab_recent_row_new (paths[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_list), paths[0] != NULL);
}

static void
cab_start_page_class_init (CabStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/unlock/cab-start-page.ui");
  gtk_widget_class_set_css_name (widget_class, "start-page");
  gtk_widget_class_bind_template_child (widget_class, CabStartPage, busy_stack);
  gtk_widget_class_bind_template_child (widget_class, CabStartPage, recent_list);
}

static void
cab_start_page_init (CabStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_start_page_reload (self);
}
