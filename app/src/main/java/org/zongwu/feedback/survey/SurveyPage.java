package org.zongwu.feedback.survey;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zongwu.feedback.survey.SurveyService.Result;
import org.zongwu.feedback.survey.SurveyService.Survey;

/**
 * A survey as its reader sees it: its questions while he may answer, what it came to once he has or may know.
 *
 * @param results null for who may not know them; empty while there are too few answers
 */
public record SurveyPage(Survey survey, boolean answered, long turnout, @Nullable List<Result> results, Map<String, List<Result>> groups, List<String> remarks, boolean manages) {}
