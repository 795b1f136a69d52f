/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-diff-view.h"

#include <glib/gi18n.h>

#include "cab-forgetting.h"
#include "cab-text-diff.h"

struct _CabDiffView
{
  AdwBin parent_instance;

  /* Owned */
  GArray *changes; /* offset in characters of each change, in order */

  /* Template */
  GtkTextView *text_view;
  GtkTextBuffer *buffer;
  GtkTextTag *added_tag;
  GtkTextTag *removed_tag;
};

G_DEFINE_FINAL_TYPE (CabDiffView, cab_diff_view, ADW_TYPE_BIN)

/* One run of the difference: shown by its style, and said in words. */
static void
append_run (CabDiffView *self,
            const CabDiffRun *run,
            const char *old_text,
            const char *new_text,
            GString *words)
{
  gboolean is_removed = run->type == CAB_DIFF_REMOVED;
  const char *text = is_removed ? old_text + run->old_start : new_text + run->new_start;
  int length = (int)(is_removed ? run->old_length : run->new_length);
  g_autofree char *part = g_strndup (text, (gsize)length);
  GtkTextIter end;
  guint offset;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  offset = (guint)gtk_text_iter_get_offset (&end);
  switch (run->type)
    {
    case CAB_DIFF_SAME:
      gtk_text_buffer_insert (self->buffer, &end, text, length);
      return;
    case CAB_DIFF_REMOVED:
      gtk_text_buffer_insert_with_tags (self->buffer, &end, text, length, self->removed_tag, NULL);
      /* Translators: said by a screen reader; %s is what stood in the older text alone */
      g_string_append_printf (words, _ ("removed: %s. "), part);
      break;
    case CAB_DIFF_ADDED:
      gtk_text_buffer_insert_with_tags (self->buffer, &end, text, length, self->added_tag, NULL);
      /* Translators: said by a screen reader; %s is what stands in the newer text alone */
      g_string_append_printf (words, _ ("added: %s. "), part);
      break;
    }
  g_array_append_val (self->changes, offset);
}

guint
cab_diff_view_show (CabDiffView *self, const char *old_text, const char *new_text)
{
  g_autoptr (GArray) runs = cab_text_diff (old_text, new_text);
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (CAB_IS_DIFF_VIEW (self), 0);

  gtk_text_buffer_set_text (self->buffer, "", 0);
  g_array_set_size (self->changes, 0);
  for (guint i = 0; i < runs->len; i++)
    append_run (self, &g_array_index (runs, CabDiffRun, i), old_text, new_text, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);

  return self->changes->len;
}

void
cab_diff_view_set_label (CabDiffView *self, const char *label)
{
  g_return_if_fail (CAB_IS_DIFF_VIEW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
go_to_change (CabDiffView *self, guint offset)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &at, (int)offset);
  gtk_text_buffer_place_cursor (self->buffer, &at);
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (self->buffer), 0.1,
                                FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static guint
get_caret (CabDiffView *self)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));

  return (guint)gtk_text_iter_get_offset (&at);
}

static void
go_to_next (CabDiffView *self)
{
  guint caret = get_caret (self);

  for (guint i = 0; i < self->changes->len; i++)
    if (g_array_index (self->changes, guint, i) > caret)
      {
        go_to_change (self, g_array_index (self->changes, guint, i));
        return;
      }
  if (self->changes->len > 0)
    go_to_change (self, g_array_index (self->changes, guint, 0));
}

static void
go_to_previous (CabDiffView *self)
{
  guint caret = get_caret (self);

  for (guint i = self->changes->len; i > 0; i--)
    if (g_array_index (self->changes, guint, i - 1) < caret)
      {
        go_to_change (self, g_array_index (self->changes, guint, i - 1));
        return;
      }
  if (self->changes->len > 0)
    go_to_change (self, g_array_index (self->changes, guint, self->changes->len - 1));
}

void
cab_diff_view_go (CabDiffView *self, gboolean forward)
{
  g_return_if_fail (CAB_IS_DIFF_VIEW (self));

  if (forward)
    go_to_next (self);
  else
    go_to_previous (self);
}

static void
cab_diff_view_finalize (GObject *object)
{
  g_array_unref (CAB_DIFF_VIEW (object)->changes);

  G_OBJECT_CLASS (cab_diff_view_parent_class)->finalize (object);
}

static void
cab_diff_view_class_init (CabDiffViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_diff_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/notes/cab-diff-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CabDiffView, text_view);
  gtk_widget_class_bind_template_child (widget_class, CabDiffView, buffer);
}

static void
cab_diff_view_init (CabDiffView *self)
{
  self->changes = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_text (self->text_view);
  self->added_tag = gtk_text_buffer_create_tag (self->buffer, "added", "weight", PANGO_WEIGHT_BOLD,
                                                "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->removed_tag
      = gtk_text_buffer_create_tag (self->buffer, "removed", "strikethrough", TRUE, NULL);
}
