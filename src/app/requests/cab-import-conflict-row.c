/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-import-conflict-row.h"

#include <glib/gi18n.h>

#include "cab-blank.h"
#include "cab-client-name.h"
#include "cab-fact.h"
#include "cab-format.h"
#include "cab-plain-row.h"

/* Characters of a text that are enough to see which one it is. */
#define LONGEST_VALUE 600

struct _CabImportConflictRow
{
  AdwExpanderRow parent_instance;

  /* Borrowed */
  CabImportConflict *conflict;

  /* Owned */
  CabRecord *owner;
  CabOpenPractice *practice;

  /* State */
  AdwComboRow *choice_row; /* once it was opened, and where there is a choice */
  gboolean is_filled;
  gboolean is_updating;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (CabImportConflictRow, cab_import_conflict_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  CabImportConflicts choice;
  const char *label;
} choices[] = {
  { CAB_IMPORT_KEEP, N_ ("Keep what is here") },
  { CAB_IMPORT_TAKE, N_ ("Take the bundle’s") },
  { CAB_IMPORT_BOTH, N_ ("Keep both") },
};

/* What a person can read and compare: not digests, nor when and by whom it was
 * written, nor the number of a version, whose text is told. */
static gboolean
is_told (CabImportConflict *conflict, guint field)
{
  CabFieldType type = cab_kind_get_field (conflict->kind, CAB_OWN (field))->type;

  return type != CAB_FIELD_DIGEST && (type != CAB_FIELD_REF || conflict->my_text == NULL)
         && !cab_value_equal (cab_record_get_value (conflict->theirs, CAB_OWN (field)),
                              cab_record_get_value (conflict->mine, CAB_OWN (field)));
}

static char *
dup_fields (CabImportConflict *conflict)
{
  g_autoptr (GString) labels
      = g_string_new (g_strcmp0 (conflict->my_text, conflict->their_text) != 0 ? _ ("Text") : NULL);

  for (guint i = 0; i < conflict->kind->n_fields; i++)
    if (is_told (conflict, i))
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? _ (", ") : "",
                              _ (conflict->kind->fields[i].label));
  if (labels->len == 0)
    return g_strdup (_ ("Says the same, but was written at another time"));

  /* Translators: %s is a list of fields */
  return g_strdup_printf (_ ("Differs in %s"), labels->str);
}

static char *
dup_title (CabImportConflictRow *self)
{
  gboolean is_discreet = cab_open_practice_is_discreet (self->practice);
  g_autofree char *description
      = cab_client_name_dup_description (self->conflict->mine, is_discreet);
  g_autofree char *title = description != NULL && *description != '\0'
                               ? cab_format_dates (description)
                               : g_strdup (_ (self->conflict->kind->label));
  g_autofree char *name
      = self->owner != NULL ? cab_client_name_dup (self->owner, is_discreet) : NULL;

  return name != NULL ? g_strdup_printf ("%s · %s", title, name) : g_steal_pointer (&title);
}

static void
update_title (CabImportConflictRow *self)
{
  g_autofree char *title = dup_title (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
update_subtitle (CabImportConflictRow *self)
{
  g_autofree char *fields = dup_fields (self->conflict);
  gboolean is_possible = cab_import_conflict_allows (self->conflict, self->conflict->choice);
  g_autofree char *subtitle = g_strdup_printf (
      "%s\n%s", fields, _ (choices[is_possible ? self->conflict->choice : CAB_IMPORT_KEEP].label));

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

/* @position counts what is offered alone. */
static CabImportConflicts
get_offered (CabImportConflictRow *self, guint position)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (cab_import_conflict_allows (self->conflict, choices[i].choice) && position-- == 0)
      return choices[i].choice;

  return CAB_IMPORT_KEEP;
}

static void
on_chosen_cb (CabImportConflictRow *self)
{
  if (self->is_updating)
    return;

  self->conflict->choice = get_offered (self, adw_combo_row_get_selected (self->choice_row));
  update_subtitle (self);
  g_signal_emit (self, chosen_signal, 0);
}

void
cab_import_conflict_row_update (CabImportConflictRow *self)
{
  guint selected = 0;

  g_return_if_fail (CAB_IS_IMPORT_CONFLICT_ROW (self));

  update_subtitle (self);
  if (self->choice_row == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (get_offered (self, i) == self->conflict->choice)
      {
        selected = i;
        break;
      }
  self->is_updating = TRUE;
  adw_combo_row_set_selected (self->choice_row, selected);
  self->is_updating = FALSE;
}

/* Why there is nothing to choose. */
static const char *
get_reason (CabImportConflictRow *self)
{
  return self->conflict->my_text != NULL
             ? _ ("Its text was written on here: take over by hand what it should say")
             : _ ("What is signed or part of a history is never written over");
}

static void
add_choice (CabImportConflictRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (cab_import_conflict_allows (self->conflict, choices[i].choice))
      gtk_string_list_append (names, _ (choices[i].label));
  if (g_list_model_get_n_items (G_LIST_MODEL (names)) == 1)
    {
      row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Stays as it is here"), "subtitle",
                          get_reason (self), NULL);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      return;
    }

  row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("What happens"), "model", names, NULL);
  self->choice_row = ADW_COMBO_ROW (row);
  cab_import_conflict_row_update (self);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static char *
dup_cut (const char *words)
{
  g_autofree char *cut = NULL;

  if (words == NULL)
    return g_strdup ("–");
  if (g_utf8_strlen (words, -1) <= LONGEST_VALUE)
    return g_strdup (words);

  cut = g_utf8_substring (words, 0, LONGEST_VALUE);

  return g_strconcat (cut, "…", NULL);
}

static void
add_pair (CabImportConflictRow *self,
          const char *label,
          const char *mine,
          const char *theirs,
          gboolean is_blank)
{
  g_autofree char *here = dup_cut (mine);
  g_autofree char *there = dup_cut (theirs);
  g_autofree char *pair = NULL;
  GtkWidget *row;

  if (g_strcmp0 (mine, theirs) == 0)
    return;

  /* Translators: what a field says here, and what it says in the bundle */
  pair = g_strdup_printf (_ ("Here: %1$s\nBundle: %2$s"), here, there);
  row = cab_plain_row_fill (adw_action_row_new (), label, pair);
  gtk_widget_add_css_class (row, "property");
  if (is_blank)
    cab_blank_row (ADW_ACTION_ROW (row), self->practice);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* References say nothing to a person; that they differ is in the subtitle. */
static void
add_field (CabImportConflictRow *self, guint i)
{
  const CabField *field = &self->conflict->kind->fields[i];
  g_autofree char *mine = cab_fact_dup_words (self->conflict->mine, CAB_OWN (i));
  g_autofree char *theirs = cab_fact_dup_words (self->conflict->theirs, CAB_OWN (i));

  add_pair (self, _ (field->label), mine, theirs,
            (field->flags & (CAB_FLAG_IDENTIFIES | CAB_FLAG_SENSITIVE)) != 0);
}

static void
on_expanded_cb (CabImportConflictRow *self)
{
  if (self->is_filled)
    return;

  self->is_filled = TRUE;
  add_choice (self);
  add_pair (self, _ ("Text"), self->conflict->my_text, self->conflict->their_text, TRUE);
  for (guint i = 0; i < self->conflict->kind->n_fields; i++)
    if (is_told (self->conflict, i))
      add_field (self, i);
}

GtkWidget *
cab_import_conflict_row_new (CabImportConflict *conflict,
                             CabRecord *owner,
                             CabOpenPractice *practice)
{
  CabImportConflictRow *self;

  g_return_val_if_fail (conflict != NULL, NULL);
  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self
      = g_object_new (CAB_TYPE_IMPORT_CONFLICT_ROW, "use-markup", FALSE, "subtitle-lines", 0, NULL);
  self->conflict = conflict;
  g_set_object (&self->owner, owner);
  self->practice = g_object_ref (practice);
  g_signal_connect_object (practice, "notify::discreet", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
  update_title (self);
  update_subtitle (self);

  return GTK_WIDGET (self);
}

static void
cab_import_conflict_row_dispose (GObject *object)
{
  CabImportConflictRow *self = CAB_IMPORT_CONFLICT_ROW (object);

  g_clear_object (&self->owner);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_import_conflict_row_parent_class)->dispose (object);
}

static void
cab_import_conflict_row_class_init (CabImportConflictRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cab_import_conflict_row_dispose;

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
cab_import_conflict_row_init (CabImportConflictRow *self)
{
}
