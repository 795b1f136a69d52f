/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-record-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-placed.h"

struct _CabRecordPage
{
  AdwNavigationPage parent_instance;

  const CabLayout *layout;

  /* Owned */
  CabOpenPractice *practice;
  char *id;
  CabForm *form;
  GCancellable *loading;

  /* Template */
  AdwPreferencesPage *page;
  GtkLabel *refusal_label;
  GtkLabel *status_label;
};

static void cab_record_page_placed_init (CabPlacedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CabRecordPage,
                               cab_record_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CAB_TYPE_PLACED, cab_record_page_placed_init))

/* Which record is read on the file's thread. */
typedef struct
{
  const CabKind *kind;
  char *id;
} Asked;

static void
asked_free (Asked *self)
{
  g_free (self->id);
  g_free (self);
}

static gpointer
load_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;

  return cab_form_load (practice, asked->kind, asked->id, error);
}

static void
show_sentence (CabRecordPage *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

static void
on_sentence_cb (CabRecordPage *self)
{
  g_autofree char *sentence = NULL;

  g_object_get (self->form, "sentence", &sentence, NULL);
  show_sentence (self, sentence);
}

static void
fill (CabRecordPage *self)
{
  for (gsize i = 0; i < self->layout->n_sections; i++)
    {
      const CabLayoutSection *section = &self->layout->sections[i];

      adw_preferences_page_add (
          self->page,
          cab_form_add_section (self->form, section->title != NULL ? _ (section->title) : NULL,
                                section->fields, section->n_fields));
    }
  g_object_bind_property (self->form, "status", self->status_label, "label", G_BINDING_DEFAULT);
  g_signal_connect_object (self->form, "notify::sentence", G_CALLBACK (on_sentence_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRecordPage) self = user_data;
  g_autoptr (CabFormBatch) batch = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  batch = cab_open_practice_run_finish (self->practice, result, &error);
  if (batch == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_sentence (self, error->message);
      return;
    }

  self->form = cab_form_new (self->practice, g_steal_pointer (&batch));
  fill (self);
}

AdwNavigationPage *
cab_record_page_new (CabOpenPractice *practice,
                     const char *title,
                     const CabLayout *layout,
                     const char *id)
{
  CabRecordPage *self;
  Asked *asked;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (layout != NULL && id != NULL, NULL);

  self = g_object_new (CAB_TYPE_RECORD_PAGE, "title", title, NULL);
  self->practice = g_object_ref (practice);
  self->layout = layout;
  self->id = g_strdup (id);

  asked = g_new0 (Asked, 1);
  asked->kind = layout->kind;
  asked->id = g_strdup (id);
  cab_open_practice_run_async (practice, CAB_JOB_READS, load_job, asked, (GDestroyNotify)asked_free,
                               (GDestroyNotify)cab_form_batch_free, self->loading, on_loaded_cb,
                               g_object_ref (self));

  return ADW_NAVIGATION_PAGE (self);
}

CabForm *
cab_record_page_get_form (CabRecordPage *self)
{
  g_return_val_if_fail (CAB_IS_RECORD_PAGE (self), NULL);

  return self->form;
}

static void
cab_record_page_hiding (AdwNavigationPage *page)
{
  CabRecordPage *self = CAB_RECORD_PAGE (page);

  if (self->form != NULL)
    cab_form_flush (self->form);
}

static void
cab_record_page_keep_place (CabPlaced *placed, CabPlace *place)
{
  CabRecordPage *self = CAB_RECORD_PAGE (placed);

  g_set_str (&place->kind, self->layout->kind->name);
  g_set_str (&place->id, self->id);
}

/* It shows the record that it was made for. */
static void
cab_record_page_take_place (CabPlaced *placed, const CabPlace *place)
{
}

static void
cab_record_page_placed_init (CabPlacedInterface *iface)
{
  iface->keep_place = cab_record_page_keep_place;
  iface->take_place = cab_record_page_take_place;
}

static void
cab_record_page_dispose (GObject *object)
{
  CabRecordPage *self = CAB_RECORD_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->form);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_record_page_parent_class)->dispose (object);
}

static void
cab_record_page_finalize (GObject *object)
{
  g_free (CAB_RECORD_PAGE (object)->id);

  G_OBJECT_CLASS (cab_record_page_parent_class)->finalize (object);
}

static void
cab_record_page_class_init (CabRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_record_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_record_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = cab_record_page_hiding;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/common/cab-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabRecordPage, page);
  gtk_widget_class_bind_template_child (widget_class, CabRecordPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabRecordPage, status_label);
}

static void
cab_record_page_init (CabRecordPage *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
