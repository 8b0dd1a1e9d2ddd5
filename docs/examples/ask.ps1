# Ask a question and print the answer with its sources: pwsh ask.ps1 "QUESTION"
param([Parameter(Mandatory)] [string] $Question)
$ErrorActionPreference = 'Stop'

$server = if ($env:PLAN_SERVER) { $env:PLAN_SERVER } else { 'http://127.0.0.1:8321' }
$headers = if ($env:PLAN_KEY) { @{ Authorization = "Bearer $env:PLAN_KEY" } } else { @{} }
$body = [Text.Encoding]::UTF8.GetBytes((@{ question = $Question } | ConvertTo-Json))

try {
    $reply = Invoke-RestMethod -Method Post -Uri "$server/api/v1/ask" -Headers $headers `
        -ContentType 'application/json; charset=utf-8' -Body $body -TimeoutSec 120
}
catch {
    $problem = if ($_.ErrorDetails.Message) { $_.ErrorDetails.Message | ConvertFrom-Json }
    [Console]::Error.WriteLine($(if ($problem) { $problem.detail } else { "$_" }))
    exit 1
}

$reply.answer
foreach ($place in $reply.citations) {
    "[$($place.number)] $($place.label): $([Uri]::new([Uri]$server, $place.url))"
}
foreach ($place in $reply.nearest) {
    "- $($place.label): $([Uri]::new([Uri]$server, $place.url))"
}
