/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-hand-text.h"

#include "cab-hand-answer.h"
#include "cab-text-row.h"

struct _CabHandText
{
  AdwBin parent_instance;

  /* Template */
  AdwEntryRow *line_row;
  CabTextRow *long_row;

  /* State */
  guint is_long : 1;
};

static void implement_answer (CabHandAnswerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabHandText,
                               cab_hand_text,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_HAND_ANSWER, implement_answer))

static GtkWidget *
get_row (CabHandText *self)
{
  return self->is_long ? GTK_WIDGET (self->long_row) : GTK_WIDGET (self->line_row);
}

GtkWidget *
cab_hand_text_new (const char *name, gboolean is_long)
{
  CabHandText *self = g_object_new (CAB_TYPE_HAND_TEXT, NULL);

  self->is_long = is_long != FALSE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (get_row (self)), name);
  gtk_widget_set_visible (get_row (self), TRUE);

  return GTK_WIDGET (self);
}

char *
cab_hand_text_dup (CabHandText *self)
{
  char *text = NULL;

  g_return_val_if_fail (CAB_IS_HAND_TEXT (self), NULL);

  g_object_get (get_row (self), "text", &text, NULL);

  return text != NULL ? g_strstrip (text) : g_strdup ("");
}

void
cab_hand_text_set (CabHandText *self, const char *text)
{
  g_return_if_fail (CAB_IS_HAND_TEXT (self));

  g_object_set (get_row (self), "text", text != NULL ? text : "", NULL);
}

static gboolean
cab_hand_text_is_answered (CabHandAnswer *answer)
{
  g_autofree char *text = cab_hand_text_dup (CAB_HAND_TEXT (answer));

  return *text != '\0';
}

static void
cab_hand_text_clear (CabHandAnswer *answer)
{
  cab_hand_text_set (CAB_HAND_TEXT (answer), NULL);
}

static void
implement_answer (CabHandAnswerInterface *iface)
{
  iface->is_answered = cab_hand_text_is_answered;
  iface->clear = cab_hand_text_clear;
}

static gboolean
cab_hand_text_grab_focus (GtkWidget *widget)
{
  CabHandText *self = CAB_HAND_TEXT (widget);

  return self->is_long ? gtk_widget_child_focus (GTK_WIDGET (self->long_row), GTK_DIR_TAB_FORWARD)
                       : gtk_widget_grab_focus (GTK_WIDGET (self->line_row));
}

static void
cab_hand_text_class_init (CabHandTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = cab_hand_text_grab_focus;

  g_type_ensure (CAB_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/hand/cab-hand-text.ui");
  gtk_widget_class_bind_template_child (widget_class, CabHandText, line_row);
  gtk_widget_class_bind_template_child (widget_class, CabHandText, long_row);
  gtk_widget_class_bind_template_callback (widget_class, cab_hand_answer_changed);
  gtk_widget_class_bind_template_callback (widget_class, cab_hand_answer_finish);
}

static void
cab_hand_text_init (CabHandText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
