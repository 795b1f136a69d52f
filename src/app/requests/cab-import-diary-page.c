/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-diary-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-import-number-list.h"

struct _CabImportDiaryPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabImportFile *file;
  char *client_id;

  /* State */
  gboolean is_busy;
  gboolean is_filling;
  gboolean is_discreet;

  /* Template */
  AdwComboRow *person_row;
  AdwEntryRow *zone_row;
  GtkListBox *mood_list;
  GtkListBox *column_list;
  AdwComboRow *date_row;
  AdwComboRow *order_row;
  AdwComboRow *time_row;
  AdwComboRow *words_row;
  AdwComboRow *note_row;
  GtkWidget *number_box;
  GtkLabel *refusal_label;
  GtkWidget *consent_button;
  GtkButton *next_button;
};

static guint next_signal;
static guint record_consent_signal;

G_DEFINE_FINAL_TYPE (CabImportDiaryPage, cab_import_diary_page, ADW_TYPE_NAVIGATION_PAGE)

/* Five for the best, as Daylio counts; the position of a row of choices. */
static const char *const levels[] = {
  N_ ("Not said yet"), N_ ("1, the worst"), N_ ("2"), N_ ("3"), N_ ("4"), N_ ("5, the best")
};

static AdwComboRow *
get_mood (CabImportDiaryPage *self, guint position)
{
  return ADW_COMBO_ROW (gtk_list_box_get_row_at_index (self->mood_list, (int)position));
}

static gboolean
is_daylio (CabImportDiaryPage *self)
{
  return self->file->kind == CAB_IMPORT_KIND_DAYLIO;
}

/* Nothing that a person must say is chosen for them. */
static gboolean
is_complete (CabImportDiaryPage *self)
{
  if (self->client_id == NULL && adw_combo_row_get_selected (self->person_row) == 0)
    return FALSE;
  if (*gtk_editable_get_text (GTK_EDITABLE (self->zone_row)) == '\0')
    return FALSE;
  if (!is_daylio (self))
    return adw_combo_row_get_selected (self->date_row) > 0;

  for (guint i = 0; i < self->file->moods->len; i++)
    if (adw_combo_row_get_selected (get_mood (self, i)) == 0)
      return FALSE;

  return TRUE;
}

static void
update (CabImportDiaryPage *self)
{
  if (self->file != NULL && !self->is_filling)
    gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), !self->is_busy && is_complete (self));
}

static GListModel *
make_people (CabImportFile *file, gboolean is_discreet)
{
  GtkStringList *people = gtk_string_list_new (NULL);

  gtk_string_list_append (people, _ ("Not chosen yet"));
  for (guint i = 0; i < file->people->len; i++)
    {
      const CabImportPerson *person = file->people->pdata[i];

      gtk_string_list_append (people, is_discreet ? person->reference : person->name);
    }

  return G_LIST_MODEL (people);
}

static GListModel *
make_headings (CabImportFile *file)
{
  GtkStringList *headings = gtk_string_list_new (NULL);

  gtk_string_list_append (headings, _ ("None"));
  for (guint i = 0; file->peek->headings[i] != NULL; i++)
    gtk_string_list_take (headings, cab_export_escape (file->peek->headings[i], -1));

  return G_LIST_MODEL (headings);
}

static void
show_moods (CabImportDiaryPage *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    gtk_string_list_append (choices, _ (levels[i]));
  gtk_list_box_remove_all (self->mood_list);
  for (guint i = 0; is_daylio (self) && i < self->file->moods->len; i++)
    {
      g_autofree char *shown = cab_export_escape (self->file->moods->pdata[i], -1);
      GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title", shown,
                                     "model", choices, NULL);

      g_signal_connect_object (row, "notify::selected", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->mood_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->mood_list),
                          is_daylio (self) && self->file->moods->len > 0);
}

static void
show_columns (CabImportDiaryPage *self)
{
  AdwComboRow *rows[] = { self->date_row, self->time_row, self->words_row, self->note_row };
  g_autoptr (GListModel) headings = make_headings (self->file);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_combo_row_set_model (rows[i], headings);
  for (GtkWidget *child = gtk_widget_get_first_child (self->number_box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    cab_import_number_list_show (CAB_IMPORT_NUMBER_LIST (child), headings);
  gtk_widget_set_visible (GTK_WIDGET (self->column_list), !is_daylio (self));
  gtk_widget_set_visible (self->number_box, !is_daylio (self));
}

void
cab_import_diary_page_show (CabImportDiaryPage *self, CabImportFile *file, const char *client_id)
{
  g_autoptr (GListModel) people = NULL;

  g_return_if_fail (CAB_IS_IMPORT_DIARY_PAGE (self));
  g_return_if_fail (file != NULL && file->peek != NULL);

  g_clear_pointer (&self->file, cab_import_file_unref);
  self->file = cab_import_file_ref (file);
  g_set_str (&self->client_id, client_id);

  self->is_filling = TRUE;
  people = make_people (file, self->is_discreet);
  adw_combo_row_set_model (self->person_row, people);
  gtk_widget_set_visible (GTK_WIDGET (self->person_row), client_id == NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->zone_row), file->zone);
  show_moods (self);
  show_columns (self);
  self->is_filling = FALSE;
  update (self);
}

void
cab_import_diary_page_call (CabImportDiaryPage *self, gboolean is_discreet)
{
  guint selected = adw_combo_row_get_selected (self->person_row);
  gboolean was_filling = self->is_filling;
  g_autoptr (GListModel) people = NULL;

  g_return_if_fail (CAB_IS_IMPORT_DIARY_PAGE (self));

  self->is_discreet = is_discreet;
  if (self->file == NULL)
    return;

  self->is_filling = TRUE;
  people = make_people (self->file, is_discreet);
  adw_combo_row_set_model (self->person_row, people);
  adw_combo_row_set_selected (self->person_row, selected);
  self->is_filling = was_filling;
}

static void
ask_moods (CabImportDiaryPage *self, CabImportAsked *asked)
{
  for (guint i = 0; i < self->file->moods->len; i++)
    {
      guint level = adw_combo_row_get_selected (get_mood (self, i));

      g_ptr_array_add (asked->moods, g_strdup (self->file->moods->pdata[i]));
      g_array_append_val (asked->levels, level);
    }
}

/* (nullable) */
static char *
dup_heading (CabImportDiaryPage *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected > 0 ? g_strdup (self->file->peek->headings[selected - 1]) : NULL;
}

static void
ask_columns (CabImportDiaryPage *self, CabImportAsked *asked)
{
  asked->date = dup_heading (self, self->date_row);
  asked->time = dup_heading (self, self->time_row);
  asked->words = dup_heading (self, self->words_row);
  asked->note = dup_heading (self, self->note_row);
  asked->order = (CabDateOrder)adw_combo_row_get_selected (self->order_row);
  for (GtkWidget *child = gtk_widget_get_first_child (self->number_box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    cab_import_number_list_ask (CAB_IMPORT_NUMBER_LIST (child),
                                (const char *const *)self->file->peek->headings, asked);
}

char *
cab_import_diary_page_dup_client (CabImportDiaryPage *self)
{
  guint person;

  g_return_val_if_fail (CAB_IS_IMPORT_DIARY_PAGE (self), NULL);

  person = adw_combo_row_get_selected (self->person_row);
  if (self->client_id != NULL || person == 0)
    return g_strdup (self->client_id);

  return g_strdup (((CabImportPerson *)self->file->people->pdata[person - 1])->id);
}

void
cab_import_diary_page_ask (CabImportDiaryPage *self, CabImportAsked *asked)
{
  g_return_if_fail (CAB_IS_IMPORT_DIARY_PAGE (self));

  asked->file = cab_import_file_ref (self->file);
  asked->client_id = cab_import_diary_page_dup_client (self);
  asked->zone = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->zone_row))));
  if (is_daylio (self))
    ask_moods (self, asked);
  else
    ask_columns (self, asked);
}

void
cab_import_diary_page_refuse (CabImportDiaryPage *self,
                              const char *sentence,
                              gboolean lacks_consent)
{
  g_return_if_fail (CAB_IS_IMPORT_DIARY_PAGE (self));

  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  gtk_widget_set_visible (self->consent_button, sentence != NULL && lacks_consent);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self->refusal_label), sentence);
}

void
cab_import_diary_page_set_busy (CabImportDiaryPage *self, gboolean is_busy)
{
  g_return_if_fail (CAB_IS_IMPORT_DIARY_PAGE (self));

  self->is_busy = is_busy;
  update (self);
}

static void
on_record_consent_cb (CabImportDiaryPage *self)
{
  g_signal_emit (self, record_consent_signal, 0);
}

static void
on_next_cb (CabImportDiaryPage *self)
{
  g_signal_emit (self, next_signal, 0);
}

static void
cab_import_diary_page_finalize (GObject *object)
{
  CabImportDiaryPage *self = CAB_IMPORT_DIARY_PAGE (object);

  g_clear_pointer (&self->file, cab_import_file_unref);
  g_free (self->client_id);

  G_OBJECT_CLASS (cab_import_diary_page_parent_class)->finalize (object);
}

static void
cab_import_diary_page_class_init (CabImportDiaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_import_diary_page_finalize;

  next_signal = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);

  record_consent_signal = g_signal_new ("record-consent", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CAB_TYPE_IMPORT_NUMBER_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/requests/cab-import-diary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, person_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, zone_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, mood_list);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, column_list);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, date_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, order_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, time_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, words_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, note_row);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, number_box);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, consent_button);
  gtk_widget_class_bind_template_child (widget_class, CabImportDiaryPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_record_consent_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
}

static void
cab_import_diary_page_init (CabImportDiaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
