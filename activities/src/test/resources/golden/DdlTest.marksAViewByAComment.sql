COMMENT ON VIEW mart.daily_sales IS 'What the day''s sales were — Made by Tributary for the environment sandbox: do not change by hand.';
