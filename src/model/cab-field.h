/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib-object.h>

#include "cab-value.h"

G_BEGIN_DECLS

/**
 * CabFieldType:
 * @CAB_FIELD_TEXT: one line; `maximum` characters, 200 when 0
 * @CAB_FIELD_LONGTEXT: up to 4 MiB, kept bit for bit
 * @CAB_FIELD_DATE: `2026-03-02`
 * @CAB_FIELD_PARTIAL_DATE: `2025`, `2025-10` or `2025-10-03`
 * @CAB_FIELD_INSTANT: UTC `2026-01-31T10:00:00Z`
 * @CAB_FIELD_LOCAL: wall clock `2026-03-02T09:00`; the next row of the table is its zone
 * @CAB_FIELD_ZONE: IANA name, `Europe/London`
 * @CAB_FIELD_TIME: `09:30`
 * @CAB_FIELD_INTEGER: between `minimum` and `maximum`, never clamped
 * @CAB_FIELD_BOOL: `true` or `false`
 * @CAB_FIELD_DECIMAL: integer scaled by 10^`scale`; `7.50` outside
 * @CAB_FIELD_MONEY: integer minor units
 * @CAB_FIELD_CODE: one code of `codes`
 * @CAB_FIELD_CODES: a sorted set of codes of `codes`, parted by one space
 * @CAB_FIELD_REF: id of a record of the kind `target`
 * @CAB_FIELD_BLOB_REF: id of a `blob`
 * @CAB_FIELD_DIGEST: SHA-512 as 128 lower-case hex digits
 * @CAB_FIELD_BYTES: storage only, never an element or heading of its own
 *
 * What a field holds; decides column, property, outside form and parser together.
 *
 * Source: records.md [M-2]. Sets of references (`refs`) come with the first
 * kind that has one, in S2.
 */
typedef enum
{
  CAB_FIELD_TEXT,
  CAB_FIELD_LONGTEXT,
  CAB_FIELD_DATE,
  CAB_FIELD_PARTIAL_DATE,
  CAB_FIELD_INSTANT,
  CAB_FIELD_LOCAL,
  CAB_FIELD_ZONE,
  CAB_FIELD_TIME,
  CAB_FIELD_INTEGER,
  CAB_FIELD_BOOL,
  CAB_FIELD_DECIMAL,
  CAB_FIELD_MONEY,
  CAB_FIELD_CODE,
  CAB_FIELD_CODES,
  CAB_FIELD_REF,
  CAB_FIELD_BLOB_REF,
  CAB_FIELD_DIGEST,
  CAB_FIELD_BYTES
} CabFieldType;

#define CAB_N_FIELD_TYPES (CAB_FIELD_BYTES + 1)

/**
 * CabRequired:
 * @CAB_REQUIRED_NO: may be left out
 * @CAB_REQUIRED_YES: NOT NULL in the file, refused when missing
 * @CAB_REQUIRED_RULE: the kind's `check` decides
 */
typedef enum
{
  CAB_REQUIRED_NO,
  CAB_REQUIRED_YES,
  CAB_REQUIRED_RULE
} CabRequired;

/**
 * CabRight:
 * @CAB_RIGHT_UNSET: a hole in the table; a test fails on it
 * @CAB_RIGHT_PROVIDED: given by the subject
 * @CAB_RIGHT_OBSERVED: follows from using the service
 * @CAB_RIGHT_AUTHORED: written by the clinician
 * @CAB_RIGHT_DERIVED: computed
 * @CAB_RIGHT_RECEIVED: from a third party
 *
 * The data-rights class of a value.
 *
 * Source: records.md [M-3], GDPR Art 15 and 20(1).
 */
typedef enum
{
  CAB_RIGHT_UNSET,
  CAB_RIGHT_PROVIDED,
  CAB_RIGHT_OBSERVED,
  CAB_RIGHT_AUTHORED,
  CAB_RIGHT_DERIVED,
  CAB_RIGHT_RECEIVED
} CabRight;

/**
 * CabFlags:
 * @CAB_FLAG_IDENTIFIES: names a person; dropped by pseudonymised extracts (I)
 * @CAB_FLAG_SENSITIVE: left out of default prints and lists (S)
 * @CAB_FLAG_INTERNAL: never exported; the field's `reason` says why (X)
 * @CAB_FLAG_FIXED: never changed after the first save
 * @CAB_FLAG_SEARCHED: its words are in the search index
 * @CAB_FLAG_UNIQUE: no two records of the kind share a value
 * @CAB_FLAG_CLASSIFIES: stays writable in an immutable record [M-9]
 *
 * Source: records.md [M-4].
 */
typedef enum
{
  CAB_FLAG_NONE = 0,
  CAB_FLAG_IDENTIFIES = 1 << 0,
  CAB_FLAG_SENSITIVE = 1 << 1,
  CAB_FLAG_INTERNAL = 1 << 2,
  CAB_FLAG_FIXED = 1 << 3,
  CAB_FLAG_SEARCHED = 1 << 4,
  CAB_FLAG_UNIQUE = 1 << 5,
  CAB_FLAG_CLASSIFIES = 1 << 6
} CabFlags;

/**
 * CabCode:
 * @code: the stored word, `in-person`; never renamed, never reused
 * @label: what a person reads, marked for translation
 * @retired: still readable, no longer offered
 */
typedef struct
{
  const char *code;
  const char *label;
  gboolean retired;
} CabCode;

/**
 * CabCodes:
 * @name: the list's name, as the XSD's type is called: `note-kind`
 * @codes: the codes in the order a person is offered them; the position of a
 *   code is its C enum number, so the list only grows at its end
 * @n_codes: how many
 *
 * A closed list of stored codes. Source: records.md [M-15].
 */
typedef struct
{
  const char *name;
  const CabCode *codes;
  gsize n_codes;
} CabCodes;

#define CAB_DEFINE_CODES(symbol, list_name, ...)                                                   \
  static const CabCode symbol##_list[] = { __VA_ARGS__ };                                          \
  const CabCodes symbol = { list_name, symbol##_list, G_N_ELEMENTS (symbol##_list) }

/**
 * CabField:
 * @name: the one spelling: SQL column, XML element, CSV heading (`date_of_birth`)
 * @type: what it holds
 * @codes: for the two code types
 * @target: for a reference: the kind's name (`client`)
 * @minimum: the least integer, or the fewest bytes
 * @maximum: the greatest integer, the most characters or bytes; 0 for the type's own
 * @scale: decimals of a %CAB_FIELD_DECIMAL
 * @required: whether NULL is refused
 * @right: data-rights class
 * @flags: see #CabFlags
 * @reason: why it is internal; at least three words
 * @label: on the form and in HTML, marked for translation
 * @why: why this is held, one sentence a client may ask for
 * @fhir: where the FHIR view puts it, or %NULL
 * @since: the schema version that brought it
 *
 * One row of a kind's table of fields: the spine of the product. Nothing else
 * lists fields a second time but the migrations and the XSD, which a test
 * compares with the table.
 *
 * Source: style.md 2.1, records.md [M-1].
 */
typedef struct
{
  const char *name;
  CabFieldType type;
  const CabCodes *codes;
  const char *target;
  gint64 minimum;
  gint64 maximum;
  guint scale;
  CabRequired required;
  CabRight right;
  CabFlags flags;
  const char *reason;
  const char *label;
  const char *why;
  const char *fhir;
  guint since;
} CabField;

/**
 * CAB_NONE:
 *
 * What the integer property of a field reads when nothing is stated.
 */
#define CAB_NONE G_MININT64

/**
 * cab_field_parse:
 * @self: a field
 * @text: (nullable): the outside form of a value
 * @value: (out): an initialised value, replaced on success
 * @error: return location; names the field and what is allowed, not the place
 *
 * Reads a value from its outside form. The one parser of forms, XML, CSV and
 * the command line, so one refusal has one wording.
 *
 * "" and %NULL become "not stated"; whether that is allowed is the record's
 * question, see cab_record_check(). A one-line text is trimmed, a long one is
 * kept bit for bit.
 *
 * Errors: %CAB_MODEL_ERROR_INVALID.
 * Thread: any. Source: records.md [M-2], [M-10], [M-17].
 *
 * Returns: %TRUE when @value holds the parsed value
 */
gboolean cab_field_parse (const CabField *self, const char *text, CabValue *value, GError **error);

/**
 * cab_field_dup_text:
 * @self: a field
 * @value: a value of the field
 *
 * Writes a value in its outside form.
 *
 * Thread: any. Source: records.md [M-2].
 *
 * Returns: (transfer full) (nullable): the text, %NULL when nothing is stated
 */
char *cab_field_dup_text (const CabField *self, const CabValue *value);

/**
 * cab_field_check:
 * @self: a field
 * @value: a value
 * @error: return location
 *
 * Checks a value that did not come through cab_field_parse(), such as one read
 * from the file or set by property.
 *
 * Errors: %CAB_MODEL_ERROR_INVALID.
 * Thread: any.
 *
 * Returns: %TRUE when the field may hold @value
 */
gboolean cab_field_check (const CabField *self, const CabValue *value, GError **error);

/**
 * cab_field_get_value_type:
 * @self: a field
 *
 * Returns: the storage class of the field's column: integer, text or bytes
 */
CabValueType cab_field_get_value_type (const CabField *self);

/**
 * cab_field_dup_property_name:
 * @self: a field
 *
 * Returns: (transfer full): the name with `-` for `_`
 */
char *cab_field_dup_property_name (const CabField *self);

/**
 * cab_field_is_text:
 * @self: a field
 *
 * Whether the value is free text, which the CSV guard [B-31] must cover.
 *
 * Returns: %TRUE for text and long text
 */
gboolean cab_field_is_text (const CabField *self);

/**
 * cab_codes_find:
 * @self: a list
 * @code: (nullable): a stored word
 *
 * Returns: the code's position, which is its C enum number; -1 when unknown
 */
int cab_codes_find (const CabCodes *self, const char *code);

/**
 * cab_codes_get_label:
 * @self: a list
 * @code: a stored word
 *
 * Returns: (nullable): the translated label
 */
const char *cab_codes_get_label (const CabCodes *self, const char *code);

/**
 * cab_text_is_portable:
 * @text: bytes
 * @length: how many, -1 when NUL-terminated
 * @bad: (out) (optional): the first character that is not, or 0xFFFD for broken UTF-8
 *
 * Whether text is valid UTF-8 in which every character is an XML 1.0 Char, so
 * that no export can ever fail on it.
 *
 * Thread: any. Source: records.md [M-10], XML 1.0 section 2.2.
 *
 * Returns: %TRUE when it may be stored
 */
gboolean cab_text_is_portable (const char *text, gssize length, gunichar *bad);

G_END_DECLS
