// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"

#include <QTest>

#include <array>
#include <string_view>

using namespace actionscope::json;
using namespace std::string_view_literals;

// The cases of the public JSON parsing test corpus, under its names, in bytes of our own: what must be read (y),
// what must be refused (n), and what RFC 8259 leaves open (i) with what we made of it.
class TestJsonTestSuite final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsJson_data();
    void readsWhatIsJson();
    void refusesWhatIsNot_data();
    void refusesWhatIsNot();
    void decidesWhatIsLeftOpen_data();
    void decidesWhatIsLeftOpen();
};

namespace {

struct Case
{
    const char *name;
    std::string_view text;
    qsizetype offset = 0; // where the fault is
};

constexpr qsizetype accepted = -1;
constexpr int veryDeep = 100000;

// What the window shows of a valid text comes from these bytes, so all but the space around must be there.
QByteArray withoutSpaceAround(QByteArray text)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    return text.trimmed();
}

constexpr std::array valid = std::to_array<Case>({
    {"array_arraysWithSpaces", "[[]   ]"sv},
    {"array_empty-string", "[\"\"]"sv},
    {"array_empty", "[]"sv},
    {"array_ending_with_newline", "[\"a\"]\n"sv},
    {"array_false", "[false]"sv},
    {"array_heterogeneous", "[null, 1, \"1\", {}]"sv},
    {"array_null", "[null]"sv},
    {"array_with_1_and_newline", "[1\n]"sv},
    {"array_with_leading_space", " [1]"sv},
    {"array_with_several_null", "[1,null,null,null,2]"sv},
    {"array_with_trailing_space", "[2] "sv},
    {"number", "[123e65]"sv},
    {"number_0e+1", "[0e+1]"sv},
    {"number_0e1", "[0e1]"sv},
    {"number_after_space", "[ 4]"sv},
    {"number_double_close_to_zero",
        "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]\n"sv},
    {"number_int_with_exp", "[20e1]"sv},
    {"number_minus_zero", "[-0]"sv},
    {"number_negative_int", "[-123]"sv},
    {"number_negative_one", "[-1]"sv},
    {"number_negative_zero", "[-0]\n"sv},
    {"number_real_capital_e", "[1E22]"sv},
    {"number_real_capital_e_neg_exp", "[1E-2]"sv},
    {"number_real_capital_e_pos_exp", "[1E+2]"sv},
    {"number_real_exponent", "[123e45]"sv},
    {"number_real_fraction_exponent", "[123.456e78]"sv},
    {"number_real_neg_exp", "[1e-2]"sv},
    {"number_real_pos_exponent", "[1e+2]"sv},
    {"number_simple_int", "[123]"sv},
    {"number_simple_real", "[123.456789]"sv},
    {"object", "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}"sv},
    {"object_basic", "{\"asd\":\"sdf\"}"sv},
    {"object_duplicated_key", "{\"a\":\"b\",\"a\":\"c\"}"sv},
    {"object_duplicated_key_and_value", "{\"a\":\"b\",\"a\":\"b\"}"sv},
    {"object_empty", "{}"sv},
    {"object_empty_key", "{\"\":0}"sv},
    {"object_escaped_null_in_key", "{\"foo\\u0000bar\": 42}"sv},
    {"object_extreme_numbers", "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }"sv},
    {"object_long_strings",
        "{\"x\":[{\"id\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}], "
        "\"id\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}"sv},
    {"object_simple", "{\"a\":[]}"sv},
    {"object_string_unicode",
        "{\"title\":\"\\u041f\\u043e\\u043b\\u0442\\u043e\\u0440\\u0430 "
        "\\u0417\\u0435\\u043c\\u043b\\u0435\\u043a\\u043e\\u043f\\u0430\" }"sv},
    {"object_with_newlines", "{\n\"a\": \"b\"\n}"sv},
    {"string_1_2_3_bytes_UTF-8_sequences", "[\"\\u0060\\u012a\\u12AB\"]"sv},
    {"string_accepted_surrogate_pair", "[\"\\uD801\\udc37\"]"sv},
    {"string_accepted_surrogate_pairs", "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]"sv},
    {"string_allowed_escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"sv},
    {"string_backslash_and_u_escaped_zero", "[\"\\\\u0000\"]"sv},
    {"string_backslash_doublequotes", "[\"\\\"\"]"sv},
    {"string_comments", "[\"a/*b*/c/*d//e\"]"sv},
    {"string_double_escape_a", "[\"\\\\a\"]"sv},
    {"string_double_escape_n", "[\"\\\\n\"]"sv},
    {"string_escaped_control_character", "[\"\\u0012\"]"sv},
    {"string_escaped_noncharacter", "[\"\\uFFFF\"]"sv},
    {"string_in_array", "[\"asd\"]"sv},
    {"string_in_array_with_leading_space", "[ \"asd\"]"sv},
    {"string_last_surrogates_1_and_2", "[\"\\uDBFF\\uDFFF\"]"sv},
    {"string_nbsp_uescaped", "[\"new\\u00A0line\"]"sv},
    {"string_nonCharacterInUTF-8_U+10FFFF", "[\"\xf4\x8f\xbf\xbf\"]"sv},
    {"string_nonCharacterInUTF-8_U+FFFF", "[\"\xef\xbf\xbf\"]"sv},
    {"string_null_escape", "[\"\\u0000\"]"sv},
    {"string_one-byte-utf-8", "[\"\\u002c\"]"sv},
    {"string_pi", "[\"\xcf\x80\"]"sv},
    {"string_reservedCharacterInUTF-8_U+1BFFF", "[\"\xf0\x9b\xbf\xbf\"]"sv},
    {"string_simple_ascii", "[\"asd \"]"sv},
    {"string_space", "\" \""sv},
    {"string_surrogates_U+1D11E_MUSICAL_SYMBOL_G_CLEF", "[\"\\uD834\\uDd1e\"]"sv},
    {"string_three-byte-utf-8", "[\"\\u0821\"]"sv},
    {"string_two-byte-utf-8", "[\"\\u0123\"]"sv},
    {"string_u+2028_line_sep", "[\"\xe2\x80\xa8\"]"sv},
    {"string_u+2029_par_sep", "[\"\xe2\x80\xa9\"]"sv},
    {"string_uEscape", "[\"\\u0061\\u30af\\u30EA\\u30b9\"]"sv},
    {"string_uescaped_newline", "[\"new\\u000Aline\"]"sv},
    {"string_unescaped_char_delete", "[\"\x7f\"]"sv},
    {"string_unicode", "[\"\\uA66D\"]"sv},
    {"string_unicodeEscapedBackslash", "[\"\\u005C\"]"sv},
    {"string_unicode_2", "[\"\xe2\x8d\x82\xe3\x88\xb4\xe2\x8d\x82\"]"sv},
    {"string_unicode_escaped_double_quote", "[\"\\u0022\"]"sv},
    {"string_unicode_U+10FFFE_nonchar", "[\"\\uDBFF\\uDFFE\"]"sv},
    {"string_unicode_U+1FFFE_nonchar", "[\"\\uD83F\\uDFFE\"]"sv},
    {"string_unicode_U+200B_ZERO_WIDTH_SPACE", "[\"\\u200B\"]"sv},
    {"string_unicode_U+2064_invisible_plus", "[\"\\u2064\"]"sv},
    {"string_unicode_U+FDD0_nonchar", "[\"\\uFDD0\"]"sv},
    {"string_unicode_U+FFFE_nonchar", "[\"\\uFFFE\"]"sv},
    {"string_utf8", "[\"\xe2\x82\xac\xf0\x9d\x84\x9e\"]"sv},
    {"string_with_del_character", "[\"a\x7f" "a\"]"sv},
    {"structure_lonely_false", "false"sv},
    {"structure_lonely_int", "42"sv},
    {"structure_lonely_negative_real", "-0.1"sv},
    {"structure_lonely_null", "null"sv},
    {"structure_lonely_string", "\"asd\""sv},
    {"structure_lonely_true", "true"sv},
    {"structure_string_empty", "\"\""sv},
    {"structure_trailing_newline", "[\"a\"]\n"sv},
    {"structure_true_in_array", "[true]"sv},
    {"structure_whitespace_array", " [] "sv},
});

// A number or a word that is wrong is refused where it begins, a string at its wrong escape or byte, an unclosed
// string at its quote, a comma too many where nothing follows it at that comma, an early end at the end.
constexpr std::array invalid = std::to_array<Case>({
    {"array_1_true_without_comma", "[1 true]"sv, 3},
    {"array_a_invalid_utf8", "[a\xe5]"sv, 1},
    {"array_colon_instead_of_comma", "[\"\": 1]"sv, 3},
    {"array_comma_after_close", "[\"\"],"sv, 4},
    {"array_comma_and_number", "[,1]"sv, 1},
    {"array_double_comma", "[1,,2]"sv, 3},
    {"array_double_extra_comma", "[\"x\",,]"sv, 5},
    {"array_extra_close", "[\"x\"]]"sv, 5},
    {"array_extra_comma", "[\"\",]"sv, 3},
    {"array_incomplete", "[\"x\""sv, 4},
    {"array_incomplete_invalid_value", "[x"sv, 1},
    {"array_inner_array_no_comma", "[3[4]]"sv, 2},
    {"array_invalid_utf8", "[\xff]"sv, 1},
    {"array_items_separated_by_semicolon", "[1:2]"sv, 2},
    {"array_just_comma", "[,]"sv, 1},
    {"array_just_minus", "[-]"sv, 1},
    {"array_missing_value", "[   , \"\"]"sv, 4},
    {"array_newlines_unclosed", "[\"a\",\n4\n,1,"sv, 11},
    {"array_number_and_comma", "[1,]"sv, 2},
    {"array_number_and_several_commas", "[1,,]"sv, 3},
    {"array_spaces_vertical_tab_formfeed", "[\"\x0b" "a\"\\f]"sv, 2},
    {"array_star_inside", "[*]"sv, 1},
    {"array_unclosed", "[\"\""sv, 3},
    {"array_unclosed_trailing_comma", "[1,"sv, 3},
    {"array_unclosed_with_new_lines", "[1,\n1\n,1"sv, 8},
    {"array_unclosed_with_object_inside", "[{}"sv, 3},
    {"incomplete_false", "[fals]"sv, 1},
    {"incomplete_null", "[nul]"sv, 1},
    {"incomplete_true", "[tru]"sv, 1},
    {"multidigit_number_then_00", "123\0"sv, 3},
    {"number_++", "[++1234]"sv, 1},
    {"number_+1", "[+1]"sv, 1},
    {"number_+Inf", "[+Inf]"sv, 1},
    {"number_-01", "[-01]"sv, 1},
    {"number_-1.0.", "[-1.0.]"sv, 5},
    {"number_-2.", "[-2.]"sv, 1},
    {"number_-NaN", "[-NaN]"sv, 1},
    {"number_.-1", "[.-1]"sv, 1},
    {"number_.2e-3", "[.2e-3]"sv, 1},
    {"number_0.1.2", "[0.1.2]"sv, 4},
    {"number_0.3e+", "[0.3e+]"sv, 1},
    {"number_0.3e", "[0.3e]"sv, 1},
    {"number_0.e1", "[0.e1]"sv, 1},
    {"number_0_capital_E+", "[0E+]"sv, 1},
    {"number_0_capital_E", "[0E]"sv, 1},
    {"number_0e+", "[0e+]"sv, 1},
    {"number_0e", "[0e]"sv, 1},
    {"number_1.0e+", "[1.0e+]"sv, 1},
    {"number_1.0e-", "[1.0e-]"sv, 1},
    {"number_1.0e", "[1.0e]"sv, 1},
    {"number_1_000", "[1 000.0]"sv, 3},
    {"number_1eE2", "[1eE2]"sv, 1},
    {"number_2.e+3", "[2.e+3]"sv, 1},
    {"number_2.e-3", "[2.e-3]"sv, 1},
    {"number_2.e3", "[2.e3]"sv, 1},
    {"number_9.e+", "[9.e+]"sv, 1},
    {"number_Inf", "[Inf]"sv, 1},
    {"number_NaN", "[NaN]"sv, 1},
    {"number_U+FF11_fullwidth_digit_one", "[\xef\xbc\x91]"sv, 1},
    {"number_expression", "[1+2]"sv, 2},
    {"number_hex_1_digit", "[0x1]"sv, 2},
    {"number_hex_2_digits", "[0x42]"sv, 2},
    {"number_infinity", "[Infinity]"sv, 1},
    {"number_invalid+-", "[0e+-1]"sv, 1},
    {"number_invalid-negative-real", "[-123.123foo]"sv, 9},
    {"number_invalid-utf-8-in-bigger-int", "[123\xe5]"sv, 4},
    {"number_invalid-utf-8-in-exponent", "[1e1\xe5]"sv, 4},
    {"number_invalid-utf-8-in-int", "[0\xe5]\n"sv, 2},
    {"number_minus_infinity", "[-Infinity]"sv, 1},
    {"number_minus_sign_with_trailing_garbage", "[-foo]"sv, 1},
    {"number_minus_space_1", "[- 1]"sv, 1},
    {"number_neg_int_starting_with_zero", "[-012]"sv, 1},
    {"number_neg_real_without_int_part", "[-.123]"sv, 1},
    {"number_neg_with_garbage_at_end", "[-1x]"sv, 3},
    {"number_real_garbage_after_e", "[1ea]"sv, 1},
    {"number_real_with_invalid_utf8_after_e", "[1e\xe5]"sv, 1},
    {"number_real_without_fractional_part", "[1.]"sv, 1},
    {"number_starting_with_dot", "[.123]"sv, 1},
    {"number_with_alpha", "[1.2a-3]"sv, 4},
    {"number_with_alpha_char", "[1.8011670033376514H-308]"sv, 19},
    {"number_with_leading_zero", "[012]"sv, 1},
    {"object_bad_value", "[\"x\", truth]"sv, 6},
    {"object_bracket_key", "{[: \"x\"}\n"sv, 1},
    {"object_comma_instead_of_colon", "{\"x\", null}"sv, 4},
    {"object_double_colon", "{\"x\"::\"b\"}"sv, 5},
    {"object_emoji", "{\xf0\x9f\x87\xa8\xf0\x9f\x87\xad}"sv, 1},
    {"object_garbage_at_end", "{\"a\":\"a\" 123}"sv, 9},
    {"object_key_with_single_quotes", "{key: 'value'}"sv, 1},
    {"object_lone_continuation_byte_in_key_and_trailing_comma", "{\"\xb9\":\"0\",}"sv, 2},
    {"object_missing_colon", "{\"a\" b}"sv, 5},
    {"object_missing_key", "{:\"b\"}"sv, 1},
    {"object_missing_semicolon", "{\"a\" \"b\"}"sv, 5},
    {"object_missing_value", "{\"a\":"sv, 5},
    {"object_no-colon", "{\"a\""sv, 4},
    {"object_non_string_key", "{1:1}"sv, 1},
    {"object_non_string_key_but_huge_number_instead", "{9999E9999:1}"sv, 1},
    {"object_repeated_null_null", "{null:null,null:null}"sv, 1},
    {"object_several_trailing_commas", "{\"id\":0,,,,,}"sv, 8},
    {"object_single_quote", "{'a':0}"sv, 1},
    {"object_trailing_comma", "{\"id\":0,}"sv, 7},
    {"object_trailing_comment", "{\"a\":\"b\"}/**/"sv, 9},
    {"object_trailing_comment_open", "{\"a\":\"b\"}/**//"sv, 9},
    {"object_trailing_comment_slash_open", "{\"a\":\"b\"}//"sv, 9},
    {"object_trailing_comment_slash_open_incomplete", "{\"a\":\"b\"}/"sv, 9},
    {"object_two_commas_in_a_row", "{\"a\":\"b\",,\"c\":\"d\"}"sv, 9},
    {"object_unquoted_key", "{a: \"b\"}"sv, 1},
    {"object_unterminated-value", "{\"a\":\"a"sv, 5},
    {"object_with_single_string", "{ \"foo\" : \"bar\", \"a\" }"sv, 21},
    {"object_with_trailing_garbage", "{\"a\":\"b\"}#"sv, 9},
    {"single_space", " "sv, 1},
    {"string_1_surrogate_then_escape", "[\"\\uD800\\\"]"sv, 1},
    {"string_1_surrogate_then_escape_u", "[\"\\uD800\\u\"]"sv, 8},
    {"string_1_surrogate_then_escape_u1", "[\"\\uD800\\u1\"]"sv, 8},
    {"string_1_surrogate_then_escape_u1x", "[\"\\uD800\\u1x\"]"sv, 8},
    {"string_accentuated_char_no_quotes", "[\xc3\xa9]"sv, 1},
    {"string_backslash_00", "[\"\\\0\"]"sv, 2},
    {"string_escape_x", "[\"\\x00\"]"sv, 2},
    {"string_escaped_backslash_bad", "[\"\\\\\\\"]"sv, 1},
    {"string_escaped_ctrl_char_tab", "[\"\\\t\"]"sv, 2},
    {"string_escaped_emoji", "[\"\\\xf0\x9f\x8c\x80\"]"sv, 2},
    {"string_incomplete_escape", "[\"\\\"]"sv, 1},
    {"string_incomplete_escaped_character", "[\"\\u00A\"]"sv, 2},
    {"string_incomplete_surrogate", "[\"\\uD834\\uDd\"]"sv, 8},
    {"string_incomplete_surrogate_escape_invalid", "[\"\\uD800\\uD800\\x\"]"sv, 14},
    {"string_invalid-utf-8-in-escape", "[\"\\u\xe5\"]"sv, 2},
    {"string_invalid_backslash_esc", "[\"\\a\"]"sv, 2},
    {"string_invalid_unicode_escape", "[\"\\uqqqq\"]"sv, 2},
    {"string_invalid_utf8_after_escape", "[\"\\\xe5\"]"sv, 2},
    {"string_leading_uescaped_thinspace", "[\\u0020\"asd\"]"sv, 1},
    {"string_no_quotes_with_bad_escape", "[\\n]"sv, 1},
    {"string_single_doublequote", "\""sv, 0},
    {"string_single_quote", "['single quote']"sv, 1},
    {"string_single_string_no_double_quotes", "abc"sv, 0},
    {"string_start_escape_unclosed", "[\"\\"sv, 2},
    {"string_unescaped_ctrl_char", "[\"a\0a\"]"sv, 3},
    {"string_unescaped_newline", "[\"new\nline\"]"sv, 5},
    {"string_unescaped_tab", "[\"\t\"]"sv, 2},
    {"string_unicode_CapitalU", "\"\\UA66D\""sv, 1},
    {"string_with_trailing_garbage", "\"\"x"sv, 2},
    {"structure_U+2060_word_joined", "[\xe2\x81\xa0]"sv, 1},
    {"structure_UTF8_BOM_no_data", "\xef\xbb\xbf"sv, 3},
    {"structure_angle_bracket_.", "<.>"sv, 0},
    {"structure_angle_bracket_null", "[<null>]"sv, 1},
    {"structure_array_trailing_garbage", "[1]x"sv, 3},
    {"structure_array_with_extra_array_close", "[1]]"sv, 3},
    {"structure_array_with_unclosed_string", "[\"asd]"sv, 1},
    {"structure_ascii-unicode-identifier", "a\xc3\xa5"sv, 0},
    {"structure_capitalized_True", "[True]"sv, 1},
    {"structure_close_unopened_array", "1]"sv, 1},
    {"structure_comma_instead_of_closing_brace", "{\"x\": true,"sv, 11},
    {"structure_double_array", "[][]"sv, 2},
    {"structure_end_array", "]"sv, 0},
    {"structure_incomplete_UTF8_BOM", "\xef\xbb{}"sv, 0},
    {"structure_lone-invalid-utf-8", "\xe5"sv, 0},
    {"structure_lone-open-bracket", "["sv, 1},
    {"structure_no_data", ""sv, 0},
    {"structure_null-byte-outside-string", "[\0]"sv, 1},
    {"structure_number_with_trailing_garbage", "2@"sv, 1},
    {"structure_object_followed_by_closing_object", "{}}"sv, 2},
    {"structure_object_unclosed_no_value", "{\"\":"sv, 4},
    {"structure_object_with_comment", "{\"a\":/*comment*/\"b\"}"sv, 5},
    {"structure_object_with_trailing_garbage", "{\"a\": true} \"x\""sv, 12},
    {"structure_open_array_apostrophe", "['"sv, 1},
    {"structure_open_array_comma", "[,"sv, 1},
    {"structure_open_array_open_object", "[{"sv, 2},
    {"structure_open_array_open_string", "[\"a"sv, 1},
    {"structure_open_array_string", "[\"a\""sv, 4},
    {"structure_open_object", "{"sv, 1},
    {"structure_open_object_close_array", "{]"sv, 1},
    {"structure_open_object_comma", "{,"sv, 1},
    {"structure_open_object_open_array", "{["sv, 1},
    {"structure_open_object_open_string", "{\"a"sv, 1},
    {"structure_open_object_string_with_apostrophes", "{'a'"sv, 1},
    {"structure_open_open", "[\"\\{[\"\\{[\"\\{[\"\\{"sv, 2},
    {"structure_single_eacute", "\xe9"sv, 0},
    {"structure_single_star", "*"sv, 0},
    {"structure_trailing_#", "{\"a\":\"b\"}#{}"sv, 9},
    {"structure_uescaped_LF_before_string", "[\\u000A\"\"]"sv, 1},
    {"structure_unclosed_array", "[1"sv, 2},
    {"structure_unclosed_array_partial_null", "[ false, nul"sv, 9},
    {"structure_unclosed_array_unfinished_false", "[ true, fals"sv, 8},
    {"structure_unclosed_array_unfinished_true", "[ false, tru"sv, 9},
    {"structure_unclosed_object", "{\"asd\":\"asd\""sv, 12},
    {"structure_unicode-identifier", "\xc3\xa5"sv, 0},
    {"structure_whitespace_U+2060_word_joiner", "\xe2\x81\xa0"sv, 0},
    {"structure_whitespace_formfeed", "[\x0c]"sv, 1},
});

constexpr std::array open = std::to_array<Case>({
    // Numbers are never converted, so none is too large, too small or too long.
    {"number_double_huge_neg_exp", "[123.456e-789]"sv, accepted},
    {"number_huge_exp", "[0.4e006699999999999999999999999999999999999999999999999999999999999]"sv, accepted},
    {"number_neg_int_huge_exp", "[-1e+9999]"sv, accepted},
    {"number_pos_double_huge_exp", "[1.5e+9999]"sv, accepted},
    {"number_real_neg_overflow", "[-123123e100000]"sv, accepted},
    {"number_real_pos_overflow", "[123123e100000]"sv, accepted},
    {"number_real_underflow", "[123e-10000000]"sv, accepted},
    {"number_too_big_neg_int", "[-123123123123123123123123123123]"sv, accepted},
    {"number_too_big_pos_int", "[100000000000000000000]"sv, accepted},
    {"number_very_big_negative_int", "[-237462374673276894279832749832423479823246327846]"sv, accepted},
    // An escape of half a surrogate pair is within the grammar; services do send it, and its bytes are ASCII.
    {"object_key_lone_2nd_surrogate", "{\"\\uDFAA\":0}"sv, accepted},
    {"string_1st_surrogate_but_2nd_missing", "[\"\\uDADA\"]"sv, accepted},
    {"string_1st_valid_surrogate_2nd_invalid", "[\"\\uD888\\u1234\"]"sv, accepted},
    {"string_incomplete_surrogate_and_escape_valid", "[\"\\uD800\\n\"]"sv, accepted},
    {"string_incomplete_surrogate_pair", "[\"\\uDd1ea\"]"sv, accepted},
    {"string_incomplete_surrogates_escape_valid", "[\"\\uD800\\uD800\\n\"]"sv, accepted},
    {"string_invalid_lonely_surrogate", "[\"\\ud800\"]"sv, accepted},
    {"string_invalid_surrogate", "[\"\\ud800abc\"]"sv, accepted},
    {"string_inverted_surrogates_U+1D11E", "[\"\\uDd1e\\uD834\"]"sv, accepted},
    {"string_lone_second_surrogate", "[\"\\uDFAA\"]"sv, accepted},
    // Bytes that are not UTF-8 are not JSON between systems (RFC 8259, 8.1): refused where they stand.
    {"string_UTF-8_invalid_sequence", "[\"\xe6\x97\xa5\xd1\x88\xfa\"]"sv, 7},
    {"string_UTF8_surrogate_U+D800", "[\"\xed\xa0\x80\"]"sv, 2},
    {"string_invalid_utf-8", "[\"\xff\"]"sv, 2},
    {"string_iso_latin_1", "[\"\xe9\"]"sv, 2},
    {"string_lone_utf8_continuation_byte", "[\"\x81\"]"sv, 2},
    {"string_not_in_unicode_range", "[\"\xf4\xbf\xbf\xbf\"]"sv, 2},
    {"string_overlong_sequence_2_bytes", "[\"\xc0\xaf\"]"sv, 2},
    {"string_overlong_sequence_6_bytes", "[\"\xfc\x83\xbf\xbf\xbf\xbf\"]"sv, 2},
    {"string_overlong_sequence_6_bytes_null", "[\"\xfc\x80\x80\x80\x80\x80\"]"sv, 2},
    {"string_truncated-utf-8", "[\"\xe0\xff\"]"sv, 2},
    // UTF-16 is no JSON either; the window shows such text converted instead.
    {"string_UTF-16LE_with_BOM", "\xff\xfe[\0\"\0\xe9\0\"\0]\0"sv, 0},
    {"string_utf16BE_no_BOM", "\0[\0\"\0\xe9\0\"\0]"sv, 0},
    {"string_utf16LE_no_BOM", "[\0\"\0\xe9\0\"\0]\0"sv, 1},
    // A reader may pass over a byte order mark (RFC 8259, 8.1), and people's files have one.
    {"structure_UTF-8_BOM_empty_object", "\xef\xbb\xbf{}"sv, accepted},
});

void addText(const QByteArray &name, const QByteArray &text, qsizetype offset)
{
    QTest::newRow(name.constData()) << text << offset;
}

template <std::size_t count> void addRows(const std::array<Case, count> &cases)
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("offset");
    for (const Case &each : cases)
        addText(each.name, QByteArray(each.text.data(), qsizetype(each.text.size())), each.offset);
}

void expectRead(const QByteArray &text)
{
    const Document document = Document::parse(text);
    QVERIFY2(document.isValid(), qPrintable(document.error().value_or(ParseError {}).reason));
    QCOMPARE(document.bytes(), text);
    QCOMPARE(document.root().raw().toByteArray(), withoutSpaceAround(text));
}

void expectRefused(const QByteArray &text, qsizetype offset)
{
    const Document document = Document::parse(text);
    QVERIFY(!document.isValid());
    QVERIFY(document.error().has_value());
    QCOMPARE(document.error()->offset, offset);
    QVERIFY(!document.error()->reason.isEmpty());
    QCOMPARE(document.bytes(), text);
}

} // namespace

void TestJsonTestSuite::readsWhatIsJson_data() { addRows(valid); }

void TestJsonTestSuite::readsWhatIsJson()
{
    QFETCH(const QByteArray, text);
    expectRead(text);
}

void TestJsonTestSuite::refusesWhatIsNot_data()
{
    addRows(invalid);
    // One level beyond the deepest that is read; neither may cost a stack.
    addText("structure_100000_opening_arrays", QByteArray(veryDeep, '['), Document::maximumDepth);
    addText("structure_open_array_object", QByteArray("[{\"\":").repeated(veryDeep / 2) + '\n',
        (Document::maximumDepth / 2) * 5);
}

void TestJsonTestSuite::refusesWhatIsNot()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qsizetype, offset);
    expectRefused(text, offset);
}

void TestJsonTestSuite::decidesWhatIsLeftOpen_data()
{
    addRows(open);
    // RFC 8259, 9: a reader may limit the depth. Ours is far beyond what services send.
    addText("structure_500_nested_arrays", QByteArray(500, '[') + QByteArray(500, ']'), accepted);
}

void TestJsonTestSuite::decidesWhatIsLeftOpen()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qsizetype, offset);
    if (offset == accepted)
        expectRead(text);
    else
        expectRefused(text, offset);
}

QTEST_APPLESS_MAIN(TestJsonTestSuite)
#include "tst_jsontestsuite.moc"
