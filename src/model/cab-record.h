/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-kind.h"

G_BEGIN_DECLS

#define CAB_TYPE_RECORD (cab_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (CabRecord, cab_record, CAB, RECORD, GObject)

/**
 * CabRecordClass:
 * @kind: the kind, set by cab_record_class_set_kind()
 * @properties: one a field, %NULL where a field has none
 */
struct _CabRecordClass
{
  GObjectClass parent_class;

  const CabKind *kind;
  GParamSpec **properties;
};

/**
 * cab_record_class_set_kind:
 * @klass: the class being initialised
 * @kind: its kind
 *
 * Gives the class its kind and one property per field. Asserts that no row of
 * the table is a hole and that no name is taken by a system field.
 */
void cab_record_class_set_kind (CabRecordClass *klass, const CabKind *kind);

/**
 * CAB_DEFINE_KIND:
 * @TypeName: `CabNote`
 * @type_name: `cab_note`
 * @kind: address of the kind's constant
 *
 * The final type of a kind of record.
 */
#define CAB_DEFINE_KIND(TypeName, type_name, kind)                                                 \
  struct _##TypeName                                                                               \
  {                                                                                                \
    CabRecord parent_instance;                                                                     \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, CAB_TYPE_RECORD)                                       \
  static void type_name##_class_init (TypeName##Class *klass)                                      \
  {                                                                                                \
    cab_record_class_set_kind (CAB_RECORD_CLASS (klass), kind);                                    \
  }                                                                                                \
  static void type_name##_init (TypeName *self)                                                    \
  {                                                                                                \
  }

/**
 * cab_record_new:
 * @kind: a kind
 *
 * Makes an empty record; it gets its id and its defaults when first saved.
 *
 * Returns: (transfer full): the record
 */
CabRecord *cab_record_new (const CabKind *kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_record_dup:
 * @self: a record
 *
 * Copies a record, values as loaded included: a record belongs to one thread.
 *
 * Returns: (transfer full): the copy
 */
CabRecord *cab_record_dup (CabRecord *self) G_GNUC_WARN_UNUSED_RESULT;

const CabKind *cab_record_get_kind (CabRecord *self);

/** cab_record_get_id: Returns: (nullable): the id, %NULL before the first save */
const char *cab_record_get_id (CabRecord *self);

/** cab_record_is_stored: Returns: whether it was loaded from, or saved to, the file */
gboolean cab_record_is_stored (CabRecord *self);

/**
 * cab_record_get_value:
 * @self: a record
 * @field: an index among all fields: a #CabSystemField or CAB_OWN (…)
 *
 * Returns: the value, valid until it is set
 */
const CabValue *cab_record_get_value (CabRecord *self, guint field);

/**
 * cab_record_get_loaded:
 * @self: a record
 * @field: an index among all fields
 *
 * Returns: the value as it was loaded or last saved
 */
const CabValue *cab_record_get_loaded (CabRecord *self, guint field);

/**
 * cab_record_set_value:
 * @self: a record
 * @field: an index among all fields
 * @value: the new value
 *
 * Sets a value and notifies once, when it differs. Does not check it: that is
 * cab_record_check()'s and the save's work.
 */
void cab_record_set_value (CabRecord *self, guint field, const CabValue *value);

const char *cab_record_get_text (CabRecord *self, guint field);
void cab_record_set_text (CabRecord *self, guint field, const char *text);

/** cab_record_get_integer: Returns: %FALSE when nothing is stated; @value is then untouched */
gboolean cab_record_get_integer (CabRecord *self, guint field, gint64 *value);
void cab_record_set_integer (CabRecord *self, guint field, gint64 value);

/** cab_record_get_bool: Returns: %FALSE also when nothing is stated */
gboolean cab_record_get_bool (CabRecord *self, guint field);
void cab_record_set_bool (CabRecord *self, guint field, gboolean value);

/** cab_record_get_code: Returns: the code's position in its list, -1 when nothing is stated */
int cab_record_get_code (CabRecord *self, guint field);

/** cab_record_set_code: @code: a position in the field's list */
void cab_record_set_code (CabRecord *self, guint field, int code);

/** cab_record_has_code: Returns: whether the set of codes holds @code */
gboolean cab_record_has_code (CabRecord *self, guint field, const char *code);

gboolean cab_record_is_none (CabRecord *self, guint field);
void cab_record_set_none (CabRecord *self, guint field);

/**
 * cab_record_parse:
 * @self: a record
 * @field: an index among all fields
 * @text: (nullable): the outside form
 * @error: return location
 *
 * Sets a field from its outside form.
 *
 * Errors: %CAB_MODEL_ERROR_INVALID, naming kind and field ([M-17]): "Mood
 * entry, valence: 5 is outside -4 to 4."
 *
 * Returns: %TRUE when the field was set
 */
gboolean cab_record_parse (CabRecord *self, guint field, const char *text, GError **error);

/** cab_record_dup_text: Returns: (transfer full) (nullable): the outside form of a field */
char *cab_record_dup_text (CabRecord *self, guint field);

/** cab_record_is_changed: Returns: whether the field differs from the loaded value */
gboolean cab_record_is_changed (CabRecord *self, guint field);

/** cab_record_has_changes: Returns: whether any field differs */
gboolean cab_record_has_changes (CabRecord *self);

/** cab_record_mark_stored: the values become the loaded ones; for the store alone */
void cab_record_mark_stored (CabRecord *self);

/**
 * cab_record_check:
 * @self: a record
 * @error: return location
 *
 * Checks every field by its type and its `required` mark; not the kind's own
 * rules, which may need other records and are looked at when saving.
 *
 * Errors: %CAB_MODEL_ERROR_INVALID, naming kind, field and what is allowed.
 *
 * Returns: %TRUE when each value is allowed
 */
gboolean cab_record_check (CabRecord *self, GError **error);

/** cab_record_dup_description: Returns: (transfer full): one line for lists, never sensitive text
 */
char *cab_record_dup_description (CabRecord *self);

/**
 * cab_record_set_error:
 * @self: the record that is refused
 * @field: an index among all fields, or -1
 * @code: a #CabModelError
 * @format: the rest of the sentence after "Kind, field: "
 *
 * Words a refusal as [M-17] asks. Returns: always %FALSE
 */
gboolean
cab_record_set_error (CabRecord *self, int field, int code, GError **error, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/**
 * cab_record_find_refused:
 * @self: the record that was refused
 * @error: what cab_record_set_error() worded about it
 * @sentence: (out) (transfer none) (optional): what stands after the place
 *
 * Finds the field that a refusal is about, so that a form can say it there.
 *
 * Returns: an index among all fields; -1 when the refusal names none, and
 *   @sentence is then the whole message
 */
int cab_record_find_refused (CabRecord *self, const GError *error, const char **sentence);

G_END_DECLS
