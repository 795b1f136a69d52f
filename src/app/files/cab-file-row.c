/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-file-row.h"

#include <glib/gi18n.h>

#include "cab-attachment.h"
#include "cab-format.h"

struct _CabFileRow
{
  AdwActionRow parent_instance;

  /* Owned */
  CabRecord *attachment;
};

G_DEFINE_FINAL_TYPE (CabFileRow, cab_file_row, ADW_TYPE_ACTION_ROW)

static char *
dup_detail (CabRecord *attachment, gboolean is_discreet)
{
  const char *kind
      = cab_record_get_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ATTACHMENT_KIND));
  const char *name = cab_record_get_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ORIGINAL_NAME));
  g_autofree char *day
      = cab_format_date (cab_record_get_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_DATED)));

  if (is_discreet)
    return g_strdup (day);

  return g_strdup_printf ("%s · %s · %s",
                          _ (cab_codes_get_label (&cab_attachment_kind_codes, kind)), day,
                          name != NULL ? name : "");
}

GtkWidget *
cab_file_row_new (CabRecord *attachment, gboolean is_discreet)
{
  CabFileRow *self = g_object_new (CAB_TYPE_FILE_ROW, NULL);
  g_autofree char *detail = dup_detail (attachment, is_discreet);

  self->attachment = g_object_ref (attachment);
  g_object_set (self, "title",
                is_discreet
                    ? _ (cab_attachment_kind.label)
                    : cab_record_get_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_TITLE)),
                "subtitle", detail, NULL);

  return GTK_WIDGET (self);
}

CabRecord *
cab_file_row_get_attachment (CabFileRow *self)
{
  g_return_val_if_fail (CAB_IS_FILE_ROW (self), NULL);

  return self->attachment;
}

/* [W-132] */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_action_row_activate (ADW_ACTION_ROW (widget));
}

static void
cab_file_row_dispose (GObject *object)
{
  g_clear_object (&CAB_FILE_ROW (object)->attachment);

  G_OBJECT_CLASS (cab_file_row_parent_class)->dispose (object);
}

static void
cab_file_row_class_init (CabFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_file_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/files/cab-file-row.ui");
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_row);
}

static void
cab_file_row_init (CabFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
