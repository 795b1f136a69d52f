/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-title.h"

#include <glib/gi18n.h>

#include "cab-format.h"

struct _CabNoteTitle
{
  AdwBin parent_instance;

  /* Owned */
  GStrv contact_ids;

  /* Borrowed; of the note that is shown */
  const CabKind *kind;

  /* Template */
  GtkMenuButton *menu_button;
  GtkLabel *summary;
  GtkLabel *still_summary;
  GtkPopover *popover;
  AdwComboRow *kind_row;
  AdwComboRow *with_row;
  AdwEntryRow *day_row;
  AdwEntryRow *time_row;
  AdwEntryRow *minutes_row;
  AdwComboRow *medium_row;
  GtkLabel *refusal_label;

  /* State */
  gboolean is_showing;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabNoteTitle, cab_note_title, ADW_TYPE_BIN)

/* Where a value need not be stated, the first choice is not to. */
static GtkStringList *
new_choices (const CabCodes *codes, gboolean optional)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  if (optional)
    gtk_string_list_append (choices, _ ("Not stated"));
  for (gsize i = 0; i < codes->n_codes; i++)
    gtk_string_list_append (choices, g_dgettext (GETTEXT_PACKAGE, codes->codes[i].label));

  return choices;
}

static void
update_summary (CabNoteTitle *self)
{
  g_autoptr (CabNoteSheet) sheet = g_new0 (CabNoteSheet, 1);
  const char *minutes;
  const char *medium;
  GString *line;

  cab_note_title_read (self, sheet);
  minutes = sheet->values[CAB_NOTE_SHEET_MINUTES];
  medium = sheet->values[CAB_NOTE_SHEET_MEDIUM];
  line = g_string_new_take (cab_note_sheet_dup_heading (
      self->kind, sheet->values[CAB_NOTE_SHEET_NOTE_KIND], sheet->values[CAB_NOTE_SHEET_HELD_ON]));
  if (minutes != NULL && *minutes != '\0')
    /* Translators: %s is a number; \u202f keeps it with its unit */
    g_string_append_printf (line, _ (" · %s\u202fmin"), minutes);
  if (medium != NULL)
    g_string_append_printf (line, " · %s", cab_codes_get_label (&cab_note_medium_codes, medium));

  gtk_label_set_label (self->summary, line->str);
  g_string_free (line, TRUE);
}

static void
on_edited_cb (CabNoteTitle *self)
{
  if (self->is_showing || self->kind == NULL)
    return;

  update_summary (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_closed_cb (CabNoteTitle *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* A code that is a draft because it is refused may still be one of the list. */
static guint
find_choice (const CabCodes *codes, const char *code, gboolean optional)
{
  int position = code != NULL ? cab_codes_find (codes, code) : -1;

  return position < 0 ? 0 : (guint)position + (optional ? 1 : 0);
}

static void
show_contacts (CabNoteTitle *self,
               const char *id,
               const CabNoteSurroundings *around,
               gboolean is_discreet)
{
  GStrv names = is_discreet ? around->contact_parts : around->contact_names;
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  guint selected = 0;

  g_strfreev (self->contact_ids);
  self->contact_ids = g_strdupv (around->contact_ids);
  gtk_string_list_append (choices, _ ("Not stated"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      gtk_string_list_append (choices, names[i]);
      if (g_strcmp0 (around->contact_ids[i], id) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->with_row, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->with_row, selected);
}

static void
show_held_on (CabNoteTitle *self, const char *held_on)
{
  g_auto (GStrv) parts = g_strsplit (held_on != NULL ? held_on : "", "T", 2);
  const char *time = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";

  gtk_editable_set_text (GTK_EDITABLE (self->day_row), parts[0] != NULL ? parts[0] : "");
  gtk_editable_set_text (GTK_EDITABLE (self->time_row), time);
}

void
cab_note_title_show (CabNoteTitle *self,
                     const CabNoteSheet *sheet,
                     const CabNoteSurroundings *around,
                     gboolean is_discreet)
{
  const char *minutes = sheet->values[CAB_NOTE_SHEET_MINUTES];
  gboolean is_note = sheet->kind == &cab_note_kind;

  g_return_if_fail (CAB_IS_NOTE_TITLE (self));

  self->is_showing = TRUE;
  self->kind = sheet->kind;
  adw_combo_row_set_selected (
      self->kind_row,
      find_choice (&cab_note_kind_codes, sheet->values[CAB_NOTE_SHEET_NOTE_KIND], FALSE));
  adw_combo_row_set_selected (
      self->medium_row,
      find_choice (&cab_note_medium_codes, sheet->values[CAB_NOTE_SHEET_MEDIUM], TRUE));
  gtk_editable_set_text (GTK_EDITABLE (self->minutes_row), minutes != NULL ? minutes : "");
  show_held_on (self, sheet->values[CAB_NOTE_SHEET_HELD_ON]);
  show_contacts (self, sheet->values[CAB_NOTE_SHEET_WITH_CONTACT], around, is_discreet);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), is_note);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_row), is_note);
  gtk_widget_set_visible (GTK_WIDGET (self->medium_row), is_note);
  update_summary (self);
  self->is_showing = FALSE;
}

void
cab_note_title_call (CabNoteTitle *self, const CabNoteSurroundings *around, gboolean is_discreet)
{
  guint selected = adw_combo_row_get_selected (self->with_row);

  g_return_if_fail (CAB_IS_NOTE_TITLE (self));
  g_return_if_fail (around != NULL);

  self->is_showing = TRUE;
  show_contacts (self, NULL, around, is_discreet);
  adw_combo_row_set_selected (self->with_row, selected);
  update_summary (self);
  self->is_showing = FALSE;
}

static void
set_value (CabNoteSheet *sheet, CabNoteSheetField field, char *value)
{
  g_free (sheet->values[field]);
  sheet->values[field] = value;
}

void
cab_note_title_read (CabNoteTitle *self, CabNoteSheet *sheet)
{
  guint with = adw_combo_row_get_selected (self->with_row);
  guint medium = adw_combo_row_get_selected (self->medium_row);
  const char *day = gtk_editable_get_text (GTK_EDITABLE (self->day_row));
  const char *time = gtk_editable_get_text (GTK_EDITABLE (self->time_row));

  g_return_if_fail (CAB_IS_NOTE_TITLE (self));

  set_value (sheet, CAB_NOTE_SHEET_HELD_ON, g_strdup_printf ("%sT%s", day, time));
  set_value (sheet, CAB_NOTE_SHEET_WITH_CONTACT,
             with > 0 && self->contact_ids != NULL && with <= g_strv_length (self->contact_ids)
                 ? g_strdup (self->contact_ids[with - 1])
                 : NULL);
  if (self->kind != &cab_note_kind)
    return;

  set_value (
      sheet, CAB_NOTE_SHEET_NOTE_KIND,
      g_strdup (cab_note_kind_codes.codes[adw_combo_row_get_selected (self->kind_row)].code));
  set_value (sheet, CAB_NOTE_SHEET_MINUTES,
             g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->minutes_row))));
  set_value (sheet, CAB_NOTE_SHEET_MEDIUM,
             medium > 0 ? g_strdup (cab_note_medium_codes.codes[medium - 1].code) : NULL);
}

void
cab_note_title_set_editable (CabNoteTitle *self, gboolean is_editable)
{
  g_return_if_fail (CAB_IS_NOTE_TITLE (self));

  if (is_editable == gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    return;

  gtk_menu_button_popdown (self->menu_button);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), is_editable);
  gtk_widget_set_visible (GTK_WIDGET (self->still_summary), !is_editable);
}

void
cab_note_title_refuse (CabNoteTitle *self, const char *sentence)
{
  g_return_if_fail (CAB_IS_NOTE_TITLE (self));

  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
}

void
cab_note_title_open (CabNoteTitle *self)
{
  g_return_if_fail (CAB_IS_NOTE_TITLE (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
}

static void
cab_note_title_finalize (GObject *object)
{
  g_strfreev (CAB_NOTE_TITLE (object)->contact_ids);

  G_OBJECT_CLASS (cab_note_title_parent_class)->finalize (object);
}

static void
cab_note_title_class_init (CabNoteTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_note_title_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/notes/cab-note-title.ui");
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, summary);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, still_summary);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, popover);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, with_row);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, day_row);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, time_row);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, medium_row);
  gtk_widget_class_bind_template_child (widget_class, CabNoteTitle, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_cb);
}

static void
cab_note_title_init (CabNoteTitle *self)
{
  g_autoptr (GtkStringList) kinds = new_choices (&cab_note_kind_codes, FALSE);
  g_autoptr (GtkStringList) media = new_choices (&cab_note_medium_codes, TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->medium_row, G_LIST_MODEL (media));
}
