/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-record-dialog.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-client.h"

/* One record of the dialog. */
typedef struct
{
  CabForm *form;
  int link_field;
} Part;

struct _CabRecordDialog
{
  AdwDialog parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GPtrArray *parts;

  /* Template */
  AdwPreferencesPage *page;
  GtkButton *add_button;
  GtkLabel *refusal_label;

  /* State */
  guint at; /* the part that is being stored */
  gboolean is_shown;
};

static guint added_signal;

G_DEFINE_FINAL_TYPE (CabRecordDialog, cab_record_dialog, ADW_TYPE_DIALOG)

static void
part_free (Part *self)
{
  g_object_unref (self->form);
  g_free (self);
}

CabRecordDialog *
cab_record_dialog_new (CabOpenPractice *practice, const char *title)
{
  CabRecordDialog *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_RECORD_DIALOG, "title", title, NULL);
  self->practice = g_object_ref (practice);

  return self;
}

static void
update_ready (CabRecordDialog *self)
{
  gboolean is_ready = TRUE;

  for (guint i = self->at; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];
      gboolean is_part_ready;

      /* Something must be said of the first; of the others what is needed. */
      g_object_get (part->form, "ready", &is_part_ready, NULL);
      is_ready = is_ready && (i > 0 ? cab_form_is_complete (part->form) : is_part_ready);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), is_ready);
}

static void
show_sentence (CabRecordDialog *self, GParamSpec *pspec, CabForm *form)
{
  g_autofree char *sentence = NULL;

  g_object_get (form, "sentence", &sentence, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

CabForm *
cab_record_dialog_add (CabRecordDialog *self, const CabLayout *layout, int link_field)
{
  Part *part;

  g_return_val_if_fail (CAB_IS_RECORD_DIALOG (self), NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  part = g_new0 (Part, 1);
  part->form = cab_form_new (self->practice, cab_form_batch_new (cab_record_new (layout->kind)));
  part->link_field = link_field;
  g_ptr_array_add (self->parts, part);
  for (gsize i = 0; i < layout->n_sections; i++)
    {
      const CabLayoutSection *section = &layout->sections[i];

      adw_preferences_page_add (
          self->page,
          cab_form_add_section (part->form, section->title != NULL ? _ (section->title) : NULL,
                                section->fields, section->n_fields));
    }
  if (self->parts->len == 1)
    adw_dialog_set_focus (ADW_DIALOG (self), cab_form_get_first_row (part->form));
  g_signal_connect_object (part->form, "notify::ready", G_CALLBACK (update_ready), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (part->form, "notify::sentence", G_CALLBACK (show_sentence), self,
                           G_CONNECT_SWAPPED);
  update_ready (self);

  return part->form;
}

CabForm *
cab_record_dialog_get_form (CabRecordDialog *self)
{
  g_return_val_if_fail (CAB_IS_RECORD_DIALOG (self), NULL);
  g_return_val_if_fail (self->parts->len > 0, NULL);

  return ((Part *)self->parts->pdata[0])->form;
}

static void store_next (CabRecordDialog *self);

static void
on_created_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRecordDialog) self = user_data;

  if (!cab_form_create_finish (CAB_FORM (object), result))
    {
      update_ready (self);
      return;
    }

  self->at++;
  store_next (self);
}

static void
store_next (CabRecordDialog *self)
{
  Part *before = self->at > 0 ? self->parts->pdata[self->at - 1] : NULL;
  const char *id = before != NULL ? cab_record_get_id (cab_form_get_record (before->form)) : NULL;
  Part *part;

  if (self->at == self->parts->len)
    {
      g_signal_emit (self, added_signal, 0, id);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  part = self->parts->pdata[self->at];
  if (part->link_field >= 0)
    cab_form_set (part->form, (guint)part->link_field, id);
  cab_form_create_async (part->form, on_created_cb, g_object_ref (self));
}

static void
on_add_cb (CabRecordDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
  store_next (self);
}

/* Whose records they will be: one of them says it. */
static const char *
get_client_id (CabRecordDialog *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];
      CabRecord *record = cab_form_get_record (part->form);
      const CabKind *kind = cab_record_get_kind (record);

      if (kind->owner != CAB_NO_OWNER
          && g_strcmp0 (kind->fields[kind->owner].target, cab_client_kind.name) == 0)
        return cab_record_get_text (record, CAB_OWN (kind->owner));
    }

  return NULL;
}

/* [W-43] What a lock kept of such a dialog is in it again. */
static void
cab_record_dialog_map (GtkWidget *widget)
{
  CabRecordDialog *self = CAB_RECORD_DIALOG (widget);

  GTK_WIDGET_CLASS (cab_record_dialog_parent_class)->map (widget);

  if (self->is_shown)
    return;
  self->is_shown = TRUE;
  for (guint i = 0; i < self->parts->len; i++)
    cab_form_take_back (((Part *)self->parts->pdata[i])->form, get_client_id (self));
}

/* A person closes it. */
static void
cab_record_dialog_close_attempt (AdwDialog *dialog)
{
  CabRecordDialog *self = CAB_RECORD_DIALOG (dialog);

  for (guint i = 0; i < self->parts->len; i++)
    cab_form_give_up (((Part *)self->parts->pdata[i])->form);
  adw_dialog_force_close (dialog);
}

/* [W-43] A lock asks nobody: what was typed stays in the file. */
static void
cab_record_dialog_closed (AdwDialog *dialog)
{
  CabRecordDialog *self = CAB_RECORD_DIALOG (dialog);

  for (guint i = 0; i < self->parts->len; i++)
    cab_form_set_aside (((Part *)self->parts->pdata[i])->form);
}

static void
cab_record_dialog_dispose (GObject *object)
{
  CabRecordDialog *self = CAB_RECORD_DIALOG (object);

  g_ptr_array_set_size (self->parts, 0);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_record_dialog_parent_class)->dispose (object);
}

static void
cab_record_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CAB_RECORD_DIALOG (object)->parts);

  G_OBJECT_CLASS (cab_record_dialog_parent_class)->finalize (object);
}

static void
cab_record_dialog_class_init (CabRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_record_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_record_dialog_finalize;
  widget_class->map = cab_record_dialog_map;
  ADW_DIALOG_CLASS (klass)->close_attempt = cab_record_dialog_close_attempt;
  ADW_DIALOG_CLASS (klass)->closed = cab_record_dialog_closed;

  added_signal = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/common/cab-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CabRecordDialog, page);
  gtk_widget_class_bind_template_child (widget_class, CabRecordDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, CabRecordDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cb);
}

static void
cab_record_dialog_init (CabRecordDialog *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}
